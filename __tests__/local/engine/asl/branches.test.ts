import { describe, expect, it } from '@jest/globals';
import { StateFailure } from '../../../../local/engine/asl/state-failure.ts';
import type { Json } from '../../../../statemachine/asl.ts';
import type { TaskDouble } from './run-asl.ts';
import { oneState, runAsl } from './run-asl.ts';

const parallel = (branches: readonly object[], fields: object = {}) =>
  oneState({ Type: 'Parallel', Branches: branches, ...fields });

const caught = (fields: object, state: object) => ({
  StartAt: 'Only',
  States: {
    Only: { End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], ...state, ...fields },
    Caught: { Type: 'Pass', End: true },
  },
});

const branchTask = (Resource: string, fields: object = {}) => oneState({ Type: 'Task', Resource, ...fields });

const fails: TaskDouble = async () => {
  throw new StateFailure('E', 'why');
};

/** A task that ends only when its signal is aborted. */
function untilAborted(): { readonly task: TaskDouble; readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    task: (_, { signal }) => {
      calls.push('called');
      return new Promise((__, reject) => {
        signal.addEventListener('abort', () => {
          calls.push('aborted');
          reject(signal.reason);
        });
      });
    },
  };
}

describe('Parallel', () => {
  it('gives the results in the order of the branches, whichever ends first', async () => {
    // Prepare
    const first = Promise.withResolvers<Json>();
    const tasks: Record<string, TaskDouble> = {
      Slow: () => first.promise,
      Quick: async () => {
        first.resolve('slow');
        return 'quick';
      },
    };

    // Act
    const { output } = await runAsl(
      parallel([branchTask('Slow'), branchTask('Quick')], {
        ResultSelector: { 'a.$': '$[0]', 'b.$': '$[1]' },
        ResultPath: '$.both',
      }),
      { kept: true },
      tasks,
    );

    // Assess
    expect(output).toEqual({ kept: true, both: { a: 'slow', b: 'quick' } });
  });

  it('gives each branch the input, the context object and the name of its state', async () => {
    // Prepare
    const pass = oneState({
      Type: 'Pass',
      Parameters: { 'in.$': '$', 'of.$': '$$.Execution.Input', 'at.$': '$$.State.Name' },
    });

    // Act
    const { output } = await runAsl(parallel([pass, pass]), { n: 1 });

    // Assess
    expect(output).toEqual([1, 2].map(() => ({ in: { n: 1 }, of: { original: true }, at: 'Only' })));
  });

  it('aborts a running task of the other branch when one fails, and gives the error to its Catch', async () => {
    // Prepare
    const other = untilAborted();

    // Act
    const { output, story } = await runAsl(
      caught({}, { Type: 'Parallel', Branches: [branchTask('Other'), branchTask('Fails')] }),
      {},
      { Other: other.task, Fails: fails },
    );

    // Assess
    expect(output).toEqual({ Error: 'E', Cause: 'why' });
    expect(other.calls).toEqual(['called', 'aborted']);
    expect(story).toEqual([
      'StateEntered Only',
      'StateEntered Only',
      'StateEntered Only',
      'TaskFailed Only E',
      'TaskCaught Only E',
      'StateExited Only',
      'StateEntered Caught',
      'StateExited Caught',
    ]);
  });

  it('does not try the other branch again when one fails during its wait for a retry', async () => {
    // Prepare
    let calls = 0;
    const started = Promise.withResolvers<void>();
    const tasks: Record<string, TaskDouble> = {
      Retried: async () => {
        calls += 1;
        started.resolve();
        throw new StateFailure('Again', '');
      },
      Fails: async () => {
        await started.promise;
        throw new StateFailure('E', 'why');
      },
    };

    // Act
    const { error } = await runAsl(
      parallel([
        branchTask('Retried', { Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 60 }] }),
        branchTask('Fails'),
      ]),
      {},
      tasks,
    );

    // Assess
    expect(error).toBe('E');
    expect(calls).toBe(1);
  });

  it('neither notes nor retries what the other branch fails with because it was told to stop', async () => {
    // Prepare
    let calls = 0;
    const tasks: Record<string, TaskDouble> = {
      Stops: (_, { signal }) => {
        calls += 1;
        return new Promise((__, reject) => {
          signal.addEventListener('abort', () => reject(new StateFailure('AbortError', 'told to stop')));
        });
      },
      Fails: fails,
    };

    // Act
    const { error, story } = await runAsl(
      parallel([branchTask('Stops', { Retry: [{ ErrorEquals: ['States.ALL'] }] }), branchTask('Fails')]),
      {},
      tasks,
    );

    // Assess
    expect(error).toBe('E');
    expect(calls).toBe(1);
    expect(story.filter((line) => line.startsWith('Task'))).toEqual(['TaskFailed Only E']);
  });

  it('does not enter a further state of the other branch', async () => {
    // Prepare
    const twoStates = {
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', Seconds: 60, Next: 'Never' }, Never: { Type: 'Pass', End: true } },
    };

    // Act
    const { story } = await runAsl(parallel([twoStates, branchTask('Fails')]), {}, { Fails: fails });

    // Assess
    expect(story).not.toContain('StateEntered Never');
  });

  it('is tried again as a whole', async () => {
    // Prepare
    let calls = 0;
    const tasks: Record<string, TaskDouble> = {
      Once: async () => {
        calls += 1;
        if (calls === 1) {
          throw new StateFailure('E', '');
        }
        return calls;
      },
    };

    // Act
    const { output } = await runAsl(
      parallel([branchTask('Once'), oneState({ Type: 'Pass' })], { Retry: [{ ErrorEquals: ['E'] }] }),
      {},
      tasks,
    );

    // Assess
    expect(output).toEqual([2, {}]);
  });

  it('fails with what a Fail state inside says', async () => {
    // Act
    const run = await runAsl(
      parallel([{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Inner', Cause: 'inside' } } }]),
    );

    // Assess
    expect(run).toMatchObject({ error: 'Inner', cause: 'inside' });
  });
});

describe('Map', () => {
  const item = { 'value.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'all.$': '$.kept' };

  it('runs its processor for each item, in order, with index and value', async () => {
    // Act
    const { output } = await runAsl(
      oneState({
        Type: 'Map',
        ItemsPath: '$.items',
        ItemSelector: item,
        ResultPath: '$.done',
        OutputPath: '$.done',
        ItemProcessor: oneState({ Type: 'Pass' }),
      }),
      { items: ['a', 'b'], kept: true },
    );

    // Assess
    expect(output).toEqual([
      { value: 'a', index: 0, all: true },
      { value: 'b', index: 1, all: true },
    ]);
  });

  it('gives the item itself without a selector, and an empty array for none', async () => {
    // Prepare
    const machine = oneState({
      Type: 'Map',
      ItemProcessor: oneState({ Type: 'Pass', Parameters: { 'of.$': '$$.Map.Item.Index', 'in.$': '$' } }),
    });

    // Assess
    expect((await runAsl(machine, [5, null])).output).toEqual([
      { of: 0, in: 5 },
      { of: 1, in: null },
    ]);
    expect((await runAsl(machine, [])).output).toEqual([]);
  });

  it('runs no more items at once than MaxConcurrency', async () => {
    // Prepare
    let running = 0;
    let most = 0;
    const tasks: Record<string, TaskDouble> = {
      T: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return null;
      },
    };

    // Act
    await runAsl(oneState({ Type: 'Map', MaxConcurrency: 2, ItemProcessor: branchTask('T') }), [1, 2, 3, 4, 5], tasks);

    // Assess
    expect(most).toBe(2);
  });

  it('fails with the first item that fails and begins no further one', async () => {
    // Prepare
    const payloads: Json[] = [];
    const tasks: Record<string, TaskDouble> = {
      T: async (payload) => {
        payloads.push(payload);
        if (payload === 2) {
          throw new StateFailure('E', 'two');
        }
        return payload;
      },
    };

    // Act
    const run = await runAsl(
      caught({}, { Type: 'Map', MaxConcurrency: 1, ItemProcessor: branchTask('T') }),
      [1, 2, 3],
      tasks,
    );

    // Assess
    expect(run.output).toEqual({ Error: 'E', Cause: 'two' });
    expect(payloads).toEqual([1, 2]);
  });
});
