import { ExecutionId, MAX_STATE_BYTES, RejectedInputError } from '../../contracts/index.ts';

/**
 * Checks an execution's name and gives its input as JSON text, as every engine takes it.
 *
 * @throws RejectedInputError when the name has other characters than letters, digits, "-" and "_" or more than 80, the input is no JSON, or it has more than 256 KiB
 */
export function executionInput(execution_id: string, input: unknown): string {
  const name = ExecutionId.safeParse(execution_id);
  if (!name.success)
    throw new RejectedInputError('An execution id has 1 to 80 letters, digits, "-" and "_".', { cause: name.error });
  const json = stringified(input);
  if (json === undefined) throw new RejectedInputError('The input of an execution must be JSON.');
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_STATE_BYTES)
    throw new RejectedInputError(
      `The input of an execution has ${bytes} bytes, more than the ${MAX_STATE_BYTES} that Step Functions takes.`,
      { remedy: 'Give documents by reference instead of their content.' },
    );
  return json;
}

/** JSON.stringify gives undefined for what is no JSON at all, which its type hides. */
function stringified(input: unknown): string | undefined {
  try {
    return JSON.stringify(input);
  } catch (cause) {
    throw new RejectedInputError(`The input of an execution must be JSON: ${String(cause)}.`, { cause });
  }
}
