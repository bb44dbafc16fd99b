import { PipelineError, TransientUpstreamError } from '../../contracts/index.ts';
import type { AwsCall } from './map-aws-error.ts';
import { mapAwsError } from './map-aws-error.ts';

/** What an SDK client's `send` takes beside the command. */
export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/**
 * Makes one call within a time that holds for all its attempts and the reading of its answer together: the SDK's own timeouts each
 * bound one attempt up to its first byte.
 *
 * @param timeoutMs after so many milliseconds the call is given up
 * @throws TransientUpstreamError when the time is over, otherwise what {@link mapAwsError} makes of the SDK's error
 */
export async function callAws<Answer>(
  call: AwsCall,
  timeoutMs: number,
  send: (options: SendOptions) => Promise<Answer>,
): Promise<Answer> {
  const abortSignal = AbortSignal.timeout(timeoutMs);
  try {
    return await send({ abortSignal });
  } catch (error) {
    // The error of a call that was given up depends on where it stood: an aborted request or a broken stream.
    throw abortSignal.aborted && !(error instanceof PipelineError)
      ? new TransientUpstreamError(`${call.action} on ${call.resource} took longer than ${timeoutMs} ms.`, {
          cause: error,
        })
      : mapAwsError(error, call);
  }
}
