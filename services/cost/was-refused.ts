/** Causes of an error that are looked at: an SDK's error stands one or two below ours. */
const MAX_CAUSES = 5;

/**
 * Whether a service answered a call with an error, so that nothing is paid for it: its error carries the HTTP status. A call without an answer (a timeout, a broken connection)
 * may have been carried out and paid.
 */
export function wasRefused(error: unknown): boolean {
  let each = error;
  for (let depth = 0; depth < MAX_CAUSES && each instanceof Error; depth += 1) {
    if ('$metadata' in each && typeof statusIn(each.$metadata) === 'number') return true;
    each = each.cause;
  }
  return false;
}

function statusIn(metadata: unknown): unknown {
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
    ? metadata.httpStatusCode
    : undefined;
}
