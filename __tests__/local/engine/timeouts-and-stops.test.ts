import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import {
  hanging,
  machineOf,
  namedError,
  runOnce,
  shortSleep,
  storyOf,
  task,
  temporaryFolder,
} from './engine-fixture.ts';

describe('an execution that takes too long or is stopped', () => {
  it('ends an attempt at TimeoutSeconds, tells the handler, and ignores what it answers later', async () => {
    // Prepare
    const late = Promise.withResolvers<string>();
    const signals: AbortSignal[] = [];
    const machine = machineOf(
      task('Slow', { TimeoutSeconds: 300, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] }),
    );
    const { sleep } = shortSleep('retry');
    const timeouts = [
      () => new Promise<void>((resolve) => setImmediate(resolve)),
      (signal: AbortSignal) =>
        new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    ];

    // Act
    const { description, story } = await runOnce(
      machine,
      {
        Slow: async (_, { signal }) => {
          signals.push(signal);
          if (signals.length === 1) {
            return late.promise;
          }
          late.resolve('the late answer');
          await late.promise;
          return 'the second answer';
        },
      },
      {},
      {
        sleep: (milliseconds, signal, purpose) =>
          purpose === 'task_timeout'
            ? (timeouts.shift()?.(signal) ?? Promise.resolve())
            : sleep(milliseconds, signal, purpose),
      },
    );

    // Assess
    expect(description).toMatchObject({ status: 'SUCCEEDED', output: 'the second answer' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(story).toEqual([
      'ExecutionStarted',
      'StateEntered Only',
      'TaskTimedOut Only States.Timeout',
      'TaskRetried Only States.Timeout',
      'StateExited Only',
      'ExecutionSucceeded',
    ]);
  });

  it('ends the execution TIMED_OUT at the TimeoutSeconds of the machine, and tells the handler', async () => {
    // Prepare
    const { handler, signals } = hanging();
    const { sleep } = shortSleep('execution_timeout');
    const machine = machineOf(task('Hang', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Only' }] }), {
      TimeoutSeconds: 900,
    });

    // Act
    const { description, story } = await runOnce(machine, { Hang: handler }, {}, { sleep });

    // Assess
    expect(description).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(story.at(-1)).toBe('ExecutionTimedOut States.Timeout');
  });

  it('calls no handler again after a stop in the middle of a retry', async () => {
    // Prepare
    const { folder, remove } = await temporaryFolder();
    let calls = 0;
    const executions = createLocalExecutions({
      definition: machineOf(task('Fail', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60 }] })),
      handlers: {
        Fail: async () => {
          calls += 1;
          throw namedError('TransientUpstreamError');
        },
      },
      file: join(folder, 'e.sqlite'),
    });
    const failed = Promise.withResolvers<void>();
    executions.onEvent((_, { type }) => type === 'TaskFailed' && failed.resolve());
    await executions.start({ execution_id: 'one', input: {} });
    await failed.promise;

    // Act
    await executions.stop('one', 'enough');
    const description = await executions.waitFor('one');

    // Assess
    expect(description).toMatchObject({ status: 'ABORTED', cause: 'enough' });
    expect(calls).toBe(1);
    expect(storyOf(await executions.history('one'))).toEqual([
      'ExecutionStarted',
      'StateEntered Only',
      'TaskFailed Only TransientUpstreamError',
      'ExecutionAborted',
    ]);
    await executions.close();
    await remove();
  });
});
