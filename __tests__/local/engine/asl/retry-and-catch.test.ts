import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retryDelayMs } from '../../../../local/engine/asl/retry-delay.ts';
import { StateFailure } from '../../../../local/engine/asl/state-failure.ts';
import type { Json } from '../../../../statemachine/asl.ts';
import type { AslRun, TaskDouble } from './run-asl.ts';
import { runAsl } from './run-asl.ts';

/** A task that fails with these errors in turn and then answers how often it was called. */
function failingWith(...errors: readonly string[]): TaskDouble {
  let calls = 0;
  return async () => {
    const error = errors[calls];
    calls += 1;
    if (error !== undefined) {
      throw new StateFailure(error, `cause of ${error}`);
    }
    return calls;
  };
}

/** Runs one Task with these fields; a Catch may lead to `Caught`, which shows its input. */
function runTask(fields: object, task: TaskDouble, input: Json = {}, random = 1): Promise<AslRun> {
  const definition = {
    StartAt: 'Only',
    States: { Only: { Type: 'Task', Resource: 'T', End: true, ...fields }, Caught: { Type: 'Pass', End: true } },
  };
  return runAsl(definition, input, { T: task }, random);
}

const delays = ({ slept }: AslRun): readonly number[] => slept.map(([, milliseconds]) => milliseconds);

describe('Retry', () => {
  it('waits 1, 2 and 4 seconds by default, and gives up after three retries', async () => {
    // Act
    const run = await runTask({ Retry: [{ ErrorEquals: ['E'] }] }, failingWith('E', 'E', 'E', 'E'));

    // Assess
    expect(delays(run)).toEqual([1_000, 2_000, 4_000]);
    expect(run).toMatchObject({ error: 'E', cause: 'cause of E' });
    expect(run.story.filter((line) => line.startsWith('Task'))).toEqual([
      'TaskFailed Only E',
      'TaskRetried Only E',
      'TaskFailed Only E',
      'TaskRetried Only E',
      'TaskFailed Only E',
      'TaskRetried Only E',
      'TaskFailed Only E',
    ]);
  });

  it('keeps MaxDelaySeconds and draws full jitter', async () => {
    // Prepare
    const retrier = { ErrorEquals: ['E'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 3 };

    // Act
    const plain = await runTask({ Retry: [retrier] }, failingWith('E', 'E', 'E'));
    const jittered = await runTask(
      { Retry: [{ ...retrier, JitterStrategy: 'FULL' }] },
      failingWith('E', 'E', 'E'),
      {},
      0.25,
    );

    // Assess
    expect(delays(plain)).toEqual([2_000, 6_000, 10_000]);
    expect(delays(jittered)).toEqual([500, 1_500, 2_500]);
    expect(jittered.output).toBe(4);
  });

  it('counts for each retrier apart, over the whole visit', async () => {
    // Prepare
    const Retry = [
      { ErrorEquals: ['A'], MaxAttempts: 1, IntervalSeconds: 1 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 2, IntervalSeconds: 5, BackoffRate: 1 },
    ];

    // Act
    const run = await runTask({ Retry }, failingWith('A', 'B', 'B', 'A'));

    // Assess
    expect(delays(run)).toEqual([1_000, 5_000, 5_000]);
    expect(run.error).toBe('A');
  });

  it('does not retry with MaxAttempts 0, and tells the task which retry it is', async () => {
    // Prepare
    const counts: Json[] = [];
    const fails = failingWith('E', 'E');
    const fields = { Parameters: { 'count.$': '$$.State.RetryCount' }, Retry: [{ ErrorEquals: ['E'] }] };

    // Act
    const none = await runTask({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: 0 }] }, failingWith('E'));
    await runTask(fields, async (payload, call) => {
      counts.push(payload);
      return fails(payload, call);
    });

    // Assess
    expect(delays(none)).toEqual([]);
    expect(counts).toEqual([{ count: 0 }, { count: 1 }, { count: 2 }]);
  });

  it('never waits longer than the backoff, nor less than nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (IntervalSeconds, BackoffRate, MaxDelaySeconds, retry, random) => {
          const retrier = { ErrorEquals: ['E'], MaxAttempts: 99, IntervalSeconds, BackoffRate, MaxDelaySeconds };
          const most = retryDelayMs({ ...retrier, JitterStrategy: 'NONE' }, retry, () => random);
          const drawn = retryDelayMs({ ...retrier, JitterStrategy: 'FULL' }, retry, () => random);
          expect(most).toBeLessThanOrEqual(MaxDelaySeconds * 1_000);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

describe('Catch', () => {
  it.each<[string, object, Json]>([
    ['replaces the input by default', {}, { Error: 'E', Cause: 'cause of E' }],
    [
      'keeps the input beside the error',
      { ResultPath: '$.error' },
      { given: 1, error: { Error: 'E', Cause: 'cause of E' } },
    ],
    ['drops the error', { ResultPath: null }, { given: 1 }],
  ])('%s', async (_, fields, expected) => {
    // Act
    const run = await runTask({ Catch: [{ ErrorEquals: ['E'], Next: 'Caught', ...fields }] }, failingWith('E'), {
      given: 1,
    });

    // Assess
    expect(run.output).toEqual(expected);
    expect(run.story).toEqual([
      'StateEntered Only',
      'TaskFailed Only E',
      'TaskCaught Only E',
      'StateExited Only',
      'StateEntered Caught',
      'StateExited Caught',
    ]);
  });

  it.each<[string, string, boolean]>([
    ['States.ALL', 'Anything', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    ['States.Runtime', 'States.Runtime', false],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.TaskFailed', 'Anything', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.TaskFailed', 'States.DataLimitExceeded', false],
    ['States.Timeout', 'States.Timeout', true],
    ['Another', 'Anything', false],
  ])('%s for %s: %s', async (named, thrown, caught) => {
    // Act
    const run = await runTask({ Catch: [{ ErrorEquals: [named], Next: 'Caught' }] }, failingWith(thrown));

    // Assess
    expect(run.error).toBe(caught ? undefined : thrown);
  });

  it('comes after the retries are used up', async () => {
    // Act
    const run = await runTask(
      { Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }], Catch: [{ ErrorEquals: ['E'], Next: 'Caught' }] },
      failingWith('E', 'E'),
    );

    // Assess
    expect(run.story.filter((line) => line.startsWith('Task'))).toEqual([
      'TaskFailed Only E',
      'TaskRetried Only E',
      'TaskFailed Only E',
      'TaskCaught Only E',
    ]);
  });

  it('catches a result that cannot be put where ResultPath says', async () => {
    // Act
    const run = await runTask(
      {
        ResultPath: '$.text.below',
        Catch: [{ ErrorEquals: ['States.ResultPathMatchFailure'], Next: 'Caught', ResultPath: null }],
      },
      failingWith(),
      { text: 'no object' },
    );

    // Assess
    expect(run.output).toEqual({ text: 'no object' });
  });
});
