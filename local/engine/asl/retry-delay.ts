import type { Retrier } from './definition.ts';

/**
 * Milliseconds before a retry: `IntervalSeconds × BackoffRate^(retry − 1)`, at most `MaxDelaySeconds`; with full jitter a random part of it.
 *
 * @param retry which retry of this retrier it is, counted from 1
 * @param random from 0 up to 1
 */
export function retryDelayMs(retrier: Retrier, retry: number, random: () => number): number {
  const backoffSeconds = retrier.IntervalSeconds * retrier.BackoffRate ** (retry - 1);
  const cappedMs = Math.min(backoffSeconds, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY) * 1_000;
  return retrier.JitterStrategy === 'FULL' ? cappedMs * random() : cappedMs;
}
