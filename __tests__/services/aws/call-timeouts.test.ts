import { describe, expect, it } from '@jest/globals';
import { STATE_CONTRACTS } from '../../../contracts/index.ts';
import { callTimeouts, MAX_ATTEMPTS } from '../../../services/aws/call-timeouts.ts';

/** What the SDK waits at most before the second and the third attempt of a throttled call, in milliseconds. */
const WAITS_MS = 500 + 1_000;

describe.each(Object.values(STATE_CONTRACTS))('callTimeouts for $state', ({ timeouts }) => {
  it('ends all attempts of a call before the function does', () => {
    // Act
    const { call_ms, attempt_ms, connect_ms } = callTimeouts(timeouts, 55_000);

    // Assess
    expect(MAX_ATTEMPTS * attempt_ms + WAITS_MS).toBeLessThanOrEqual(call_ms);
    expect(call_ms).toBeLessThanOrEqual(timeouts.sdk_seconds * 1_000);
    expect(timeouts.sdk_seconds).toBeLessThan(timeouts.function_seconds);
    expect(timeouts.function_seconds).toBeLessThan(timeouts.attempt_seconds);
    expect(connect_ms).toBeLessThanOrEqual(attempt_ms);
    expect(attempt_ms).toBeGreaterThan(1_000);
  });
});
