import type { StateTimeouts } from '../../contracts/index.ts';

/** Attempts that the SDK makes: it covers hiccups of a second, longer ones are the state machine's to wait out. */
export const MAX_ATTEMPTS = 3;

/** Longest wait between the attempts together, in milliseconds: the SDK waits at most 0.5 s, then at most 1 s, for a throttled call. */
const MAX_BACKOFF_MS = 1_500;

/** Longest time to connect, in milliseconds: within a region it takes a few. */
const MAX_CONNECT_MS = 1_000;

/** How long a client may take, in milliseconds. */
export interface CallTimeouts {
  /** All attempts, the waits between them and the reading of the answer. */
  readonly call_ms: number;
  /** One attempt, up to the first byte of the answer. */
  readonly attempt_ms: number;
  readonly connect_ms: number;
}

/**
 * Shares a function's time for one outside call among the attempts: `attempt_ms` × {@link MAX_ATTEMPTS} + {@link MAX_BACKOFF_MS} is
 * `call_ms`, and that is at most `sdk_seconds`.
 *
 * @param longestCallMs what this service may take at most, however much time the function has
 */
export function callTimeouts({ sdk_seconds }: Pick<StateTimeouts, 'sdk_seconds'>, longestCallMs: number): CallTimeouts {
  const call = Math.min(sdk_seconds * 1_000, longestCallMs);
  const attempt = Math.floor((call - MAX_BACKOFF_MS) / MAX_ATTEMPTS);
  return { call_ms: call, attempt_ms: attempt, connect_ms: Math.min(MAX_CONNECT_MS, attempt) };
}
