import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { State, StateMap } from '../../statemachine/asl.ts';
import { delaysOf, worstCaseOf, worstWay } from '../../statemachine/worst-case.ts';

const noWait = () => 0;

function task(seconds: number, more: Partial<State> = {}): State {
  return { Type: 'Task', TimeoutSeconds: seconds, ...more };
}

describe('delaysOf', () => {
  it('doubles up to the largest delay', () => {
    // Prepare
    const retrier = { IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2, MaxDelaySeconds: 30 };

    // Act
    const delays = delaysOf(retrier);

    // Assess
    expect(delays).toEqual([2, 4, 8, 16, 30, 30]);
  });

  it('takes the defaults of the language where nothing is given', () => {
    expect(delaysOf({})).toEqual([1, 2, 4]);
  });

  it('never gives a delay above the largest, nor a shorter one later', () => {
    const retriers = fc.record({
      IntervalSeconds: fc.integer({ min: 1, max: 60 }),
      MaxAttempts: fc.integer({ min: 0, max: 20 }),
      BackoffRate: fc.double({ min: 1, max: 5, noNaN: true }),
      MaxDelaySeconds: fc.integer({ min: 1, max: 600 }),
    });
    fc.assert(
      fc.property(retriers, (retrier) => {
        // Act
        const delays = delaysOf(retrier);

        // Assess
        expect(delays).toHaveLength(retrier.MaxAttempts);
        expect(delays).toEqual(delays.toSorted((a, b) => a - b));
        expect(Math.max(0, ...delays)).toBeLessThanOrEqual(retrier.MaxDelaySeconds);
      }),
    );
  });
});

describe('worstCaseOf', () => {
  it('adds up the attempts of every Retrier', () => {
    // Prepare
    const Retry = [{ MaxAttempts: 2 }, { MaxAttempts: 1, IntervalSeconds: 5 }];

    // Act
    const worst = worstCaseOf('Work', task(10, { Retry }), noWait);

    // Assess
    expect(worst).toEqual({ attempts: 4, backoffSeconds: 1 + 2 + 5, seconds: 4 * 10 + 8 });
  });

  it('has no bound for a Task without a timeout', () => {
    expect(worstCaseOf('Work', { Type: 'Task' }, noWait).seconds).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('worstWay', () => {
  it('goes the longest way: the longest branch, the wait, and the failure where it takes longer', () => {
    // Prepare
    const branch = (seconds: number): StateMap => ({ StartAt: 'Read', States: { Read: task(seconds, { End: true }) } });
    const machine: StateMap = {
      StartAt: 'Both',
      States: {
        Both: { Type: 'Parallel', Branches: [branch(30), branch(50)], Next: 'Pause' },
        Pause: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Write' },
        Write: task(100, { Catch: [{ Next: 'Record' }], Next: 'Done' }),
        Done: { Type: 'Succeed' },
        Record: task(7, { Next: 'Failed' }),
        Failed: { Type: 'Fail' },
      },
    };

    // Act
    const way = worstWay(machine, () => 5);

    // Assess
    expect(way).toEqual({ states: ['Both', 'Pause', 'Write', 'Record'], seconds: 50 + 5 + 100 + 7 });
  });

  it('has no bound where a way comes back', () => {
    // Prepare
    const machine: StateMap = { StartAt: 'Ask', States: { Ask: task(1, { Next: 'Ask' }) } };

    // Act
    const { seconds } = worstWay(machine, noWait);

    // Assess
    expect(seconds).toBe(Number.POSITIVE_INFINITY);
  });
});
