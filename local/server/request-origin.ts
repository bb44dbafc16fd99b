import { AsyncLocalStorage } from 'node:async_hooks';

const ORIGIN = new AsyncLocalStorage<string>();

/**
 * Does something for a request, so that {@link requestOrigin} tells under which name the caller reached this server.
 *
 * @param host the header Host
 */
export function atOriginOf<Result>(host: string | undefined, run: () => Result): Result {
  const origin = URL.parse(`http://${host ?? ''}`)?.origin;
  return origin === undefined ? run() : ORIGIN.run(origin, run);
}

/**
 * The origin that the request under way was sent to. A machine has several names (127.0.0.1, localhost, one in its network), and only the one that a caller used is
 * sure to lead it back; to a page, another name would be another origin. Undefined outside of a request.
 */
export function requestOrigin(): string | undefined {
  return ORIGIN.getStore();
}
