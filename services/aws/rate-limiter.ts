import { setTimeout as sleep } from 'node:timers/promises';

/** Time for a rate limiter; tests give their own. */
export interface LimiterTime {
  /** Milliseconds that only grow. */
  now(): number;
  /** Waits; rejects when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

const REAL_TIME: LimiterTime = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

/** Waits until the next request may go out. Rejects with the signal's reason when it is aborted first. */
export type RateLimiter = (signal?: AbortSignal) => Promise<void>;

/**
 * Spaces the requests of this process evenly: at most `per_second` a second, in the order in which they ask, without a burst at the start. AWS counts its quotas an account
 * and Region, so other functions take their part of the same quota.
 */
export function createRateLimiter(per_second: number, time: LimiterTime = REAL_TIME): RateLimiter {
  const interval = 1_000 / per_second;
  let next = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    signal?.throwIfAborted();
    const now = time.now();
    const turn = Math.max(now, next);
    next = turn + interval;
    if (turn > now) await time.sleep(turn - now, signal).catch((error: unknown) => rethrow(error, signal));
  };
}

function rethrow(error: unknown, signal: AbortSignal | undefined): never {
  signal?.throwIfAborted();
  throw error;
}
