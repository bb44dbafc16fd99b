import { PermissionDeniedError } from '../../contracts/index.ts';
import { awsErrorName } from '../aws/aws-error-name.ts';
import { callAws } from '../aws/call-aws.ts';
import type { AwsCall } from '../aws/map-aws-error.ts';

/** Longest call of an operator's command, in milliseconds, attempts and reading together: reads answer within one, and somebody is waiting. */
export const OPERATOR_CALL_MS = 20_000;

/** Names under which services refuse an action to credentials that are valid; S3 answers a HEAD without a body, so the SDK names the status. */
const REFUSALS: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'Forbidden',
  '403',
]);

/**
 * Makes one call for an operator. Throws what {@link callAws} throws, but the remedy of a refused action names the action and the resource to allow: the rows of
 * the services speak to the functions' roles.
 */
export async function askAws<Answer>(
  call: AwsCall,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await callAws(call, OPERATOR_CALL_MS, send);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new PermissionDeniedError(error.message, {
      cause: error.cause,
      remedy: `Allow ${call.action} on ${call.resource} to whom these credentials belong, or run it with credentials that may.`,
    });
  }
}

/** Whether an error says that valid credentials lack a permission, not that there are none. */
export function isRefusal(error: unknown): error is PermissionDeniedError {
  const name = awsErrorName(error);
  return error instanceof PermissionDeniedError && name !== undefined && REFUSALS.has(name);
}
