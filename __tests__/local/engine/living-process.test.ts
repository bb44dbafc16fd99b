import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import { engineOfTwoStates, hanging, machineOf, storyOf, task, temporaryFolder } from './engine-fixture.ts';

let remove: () => Promise<void>;
let file: string;

beforeEach(async () => {
  const temporary = await temporaryFolder();
  remove = temporary.remove;
  file = join(temporary.folder, 'executions.sqlite');
});

afterEach(() => remove());

describe('an execution of a process that lives', () => {
  it('is left alone by others, which see how it ends', async () => {
    // Prepare
    const second = Promise.withResolvers<string>();
    const runner = engineOfTwoStates(file, () => second.promise);
    const other = engineOfTwoStates(file, async () => 'by the other');
    await runner.start({ execution_id: 'one', input: {} });

    // Act
    const recovered = await other.recover();
    const waited = other.waitFor('one');
    second.resolve('by the runner');

    // Assess
    expect(recovered).toEqual([]);
    expect(await waited).toMatchObject({ status: 'SUCCEEDED', output: { second: 'by the runner' } });
    await Promise.all([runner.close(), other.close()]);
  });

  it('is stopped by another one, and its handler is told', async () => {
    // Prepare
    const { handler, signals } = hanging();
    const options = { definition: machineOf(task('Hang')), handlers: { Hang: handler }, file };
    const runner = createLocalExecutions(options);
    const other = createLocalExecutions(options);
    const entered = Promise.withResolvers<void>();
    runner.onEvent((_, { type }) => type === 'StateEntered' && setImmediate(entered.resolve));
    await runner.start({ execution_id: 'one', input: {} });
    await entered.promise;

    // Act
    await other.stop('one', 'not needed any more');

    // Assess
    expect(await runner.waitFor('one')).toMatchObject({ status: 'ABORTED', cause: 'not needed any more' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await Promise.all([runner.close(), other.close()]);
  });

  it('is given up when its engine is closed, and taken up by the next', async () => {
    // Prepare
    const { handler, signals } = hanging();
    const definition = machineOf(task('Any'));
    const first = createLocalExecutions({ definition, handlers: { Any: handler }, file });
    const entered = Promise.withResolvers<void>();
    first.onEvent((_, { type }) => type === 'StateEntered' && setImmediate(entered.resolve));
    await first.start({ execution_id: 'one', input: {} });
    await entered.promise;
    const refused = expect(first.waitFor('one')).rejects.toMatchObject({ name: 'TransientUpstreamError' });

    // Act
    await first.close();

    // Assess
    await refused;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    const next = createLocalExecutions({ definition, handlers: { Any: async () => 'done' }, file });
    expect(await next.recover()).toEqual([{ execution_id: 'one', outcome: 'resumed' }]);
    expect(await next.waitFor('one')).toMatchObject({ status: 'SUCCEEDED', output: 'done' });
    await next.close();
  });

  it('lets a handler that was told to stop come back before the engine is closed', async () => {
    // Prepare
    const steps: string[] = [];
    const called = Promise.withResolvers<void>();
    const executions = createLocalExecutions({
      definition: machineOf(task('Any')),
      handlers: {
        Any: async (_, { signal }) => {
          called.resolve();
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          await new Promise((resolve) => setImmediate(resolve));
          steps.push('the handler came back');
        },
      },
      file,
    });
    await executions.start({ execution_id: 'one', input: {} });
    await called.promise;

    // Act
    await executions.stop('one', 'enough');
    await executions.close();
    steps.push('closed');

    // Assess
    expect(steps).toEqual(['the handler came back', 'closed']);
  });

  it('writes nothing any more once another process has taken it over', async () => {
    // Prepare
    const second = Promise.withResolvers<string>();
    let nowMs = Date.parse('2026-11-22T10:00:00Z');
    const first = engineOfTwoStates(file, () => second.promise);
    const entered = Promise.withResolvers<void>();
    first.onEvent((_, { type, state }) => type === 'StateEntered' && state === 'Second' && entered.resolve());
    await first.start({ execution_id: 'one', input: {} });
    await entered.promise;
    nowMs = Date.now() + 61_000;
    const later = createLocalExecutions({
      definition: machineOf(task('Quick')),
      handlers: { Quick: async () => 'by the later one' },
      file,
      clock: { now: () => new Date(nowMs) },
    });

    // Act
    const recovered = await later.recover();
    const description = await later.waitFor('one');
    second.resolve('by the first one');
    await first.waitFor('one');

    // Assess
    expect(recovered).toEqual([{ execution_id: 'one', outcome: 'resumed' }]);
    expect(description).toMatchObject({ status: 'SUCCEEDED', output: 'by the later one' });
    expect(await first.describe('one')).toEqual(description);
    expect(storyOf(await first.history('one')).filter((line) => line.startsWith('Execution'))).toEqual([
      'ExecutionStarted',
      'ExecutionStarted',
      'ExecutionSucceeded',
    ]);
    await Promise.all([first.close(), later.close()]);
  });
});
