import { describe, expect, test } from '@jest/globals';
import { createRateLimiter } from '../../../services/aws/rate-limiter.ts';

/** Time that passes only when someone sleeps. */
function madeUpTime() {
  const slept: number[] = [];
  return {
    slept,
    now: () => 1_000,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
    },
  };
}

describe('createRateLimiter', () => {
  test('lets the first request go at once and spaces the others evenly', async () => {
    // Prepare
    const time = madeUpTime();
    const turn = createRateLimiter(4, time);
    // Act
    await Promise.all([turn(), turn(), turn()]);
    // Assess
    expect(time.slept).toEqual([250, 500]);
  });

  test('saves no requests up while nobody asks', async () => {
    // Prepare
    let now = 0;
    const slept: number[] = [];
    const turn = createRateLimiter(10, {
      now: () => now,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
      },
    });
    await turn();
    now = 60_000;
    // Act
    await turn();
    await turn();
    // Assess
    expect(slept).toEqual([100]);
  });

  test('ends with the reason of an abort, before and during a wait', async () => {
    // Prepare
    const turn = createRateLimiter(0.01);
    const abort = new AbortController();
    const reason = new Error('stop');
    await turn();
    // Act
    const waiting = turn(abort.signal);
    abort.abort(reason);
    // Assess
    await expect(waiting).rejects.toBe(reason);
    await expect(turn(abort.signal)).rejects.toBe(reason);
  });
});
