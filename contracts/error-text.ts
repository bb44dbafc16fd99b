import { z } from 'zod';
import type { PipelineError } from './errors.ts';
import { ERROR_POLICIES, isErrorName } from './errors.ts';
import { MAX_ERROR_MESSAGE_CHARACTERS } from './limits.ts';

const REMEDY_MARK = '\nRemedy: ';

/** Message and remedy in one text: the only thing beside the name that Lambda's error JSON carries over. */
export function errorText(error: PipelineError): string {
  return error.message.includes(REMEDY_MARK) ? error.message : `${error.message}${REMEDY_MARK}${error.remedy}`;
}

/** An error as it arrives over Lambda and Step Functions, taken apart again. */
export interface DescribedError {
  readonly error: string;
  readonly message: string;
  readonly remedy: string;
}

/** What Lambda makes of a thrown error, of which the message counts. */
const LambdaErrorJson = z.object({ errorMessage: z.string() });

/** What to do about an error that is not one of ours, such as a timeout of the sandbox. */
const GENERAL_REMEDY =
  'Look at the execution with inspect ID, then run it again; with --continue ID finished steps are not repeated.';

/**
 * Takes apart what a Catch gives: `error` is the name, `cause` is Lambda's error JSON or plain text. Messages longer than
 * {@link MAX_ERROR_MESSAGE_CHARACTERS} are cut. Never throws.
 */
export function describeError(error: string, cause: string): DescribedError {
  const [message = '', remedy] = messageOf(cause).split(REMEDY_MARK);
  return {
    error,
    message: message.slice(0, MAX_ERROR_MESSAGE_CHARACTERS) || `${error} without a message.`,
    remedy:
      remedy?.slice(0, MAX_ERROR_MESSAGE_CHARACTERS) ??
      (isErrorName(error) ? ERROR_POLICIES[error].remedy : GENERAL_REMEDY),
  };
}

function messageOf(cause: string): string {
  if (!cause.trimStart().startsWith('{')) return cause;
  try {
    const parsed = LambdaErrorJson.safeParse(JSON.parse(cause));
    return parsed.success ? parsed.data.errorMessage : cause;
  } catch {
    // Step Functions cuts a cause at 32,768 characters: half a JSON is then still the best text there is.
    return cause;
  }
}
