import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openExecutionLog } from '../../../local/engine/execution-log.ts';
import type { LocalExecutions } from '../../../local/engine/local-executions.ts';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import { hanging, machineOf, storyOf, task, temporaryFolder } from './engine-fixture.ts';

const runFile = promisify(execFile);
const SCRIPT = join(import.meta.dirname, 'run-until-killed.ts');

let folder: string;
let remove: () => Promise<void>;
let file: string;
let callsFile: string;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  file = join(folder, 'executions.sqlite');
  callsFile = join(folder, 'calls.txt');
});

afterEach(() => remove());

/** Starts a process that runs an execution, and kills it in the middle of the second state. */
async function killedInTheSecondState(): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, file, callsFile, 'hang'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Leaves an execution behind as a killed process would: in its second state, leased to a process that is not there. */
async function leftBehind(runs = 1): Promise<void> {
  const entered = Promise.withResolvers<void>();
  const engine = engineWith(() => new Promise(() => undefined));
  engine.onEvent((_, { type, state }) => type === 'StateEntered' && state === 'Second' && entered.resolve());
  await engine.start({ execution_id: 'one', input: { given: true } });
  await entered.promise;
  await engine.close();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const database = new DatabaseSync(file);
  database.prepare(`UPDATE executions SET lease_owner = 'gone', lease_pid = ?, runs = ?`).run(pid, runs);
  database.close();
}

function engineWith(second: () => Promise<unknown>): LocalExecutions {
  return createLocalExecutions({
    definition: {
      StartAt: 'First',
      States: {
        First: task('First', { ResultPath: '$.first', Next: 'Second' }),
        Second: task('Second', { ResultPath: '$.second' }),
      },
    },
    handlers: { First: async () => 'done', Second: second },
    file,
  });
}

describe('an execution whose process is gone', () => {
  it('is run to its end by the next one after a kill, from its input, with its history kept', async () => {
    // Prepare
    await killedInTheSecondState();
    const log = openExecutionLog({ file });
    const before = await log.history('one');
    log.close();

    // Act
    const executions = engineWith(async () => 'done');
    const recovered = await executions.recover();
    const description = await executions.waitFor('one');

    // Assess
    expect(recovered).toEqual([{ execution_id: 'one', outcome: 'resumed' }]);
    expect(description).toMatchObject({
      status: 'SUCCEEDED',
      output: { given: true, first: 'done', second: 'done' },
      runs: 2,
    });
    const events = await executions.history('one');
    expect(storyOf(before)).toEqual([
      'ExecutionStarted',
      'StateEntered First',
      'StateExited First',
      'StateEntered Second',
    ]);
    expect(events.slice(0, before.length)).toEqual(before);
    expect(storyOf(events.slice(before.length))).toEqual([
      'ExecutionStarted',
      'StateEntered First',
      'StateExited First',
      'StateEntered Second',
      'StateExited Second',
      'ExecutionSucceeded',
    ]);
    await executions.close();
  });

  it('is marked ABORTED when that is asked for', async () => {
    // Prepare
    await leftBehind();
    const executions = engineWith(async () => 'done');

    // Act
    const recovered = await executions.recover('abort');

    // Assess
    expect(recovered).toEqual([{ execution_id: 'one', outcome: 'aborted' }]);
    expect(await executions.waitFor('one')).toMatchObject({
      status: 'ABORTED',
      cause: expect.stringMatching(/process/),
    });
    expect(await executions.recover()).toEqual([]);
    await executions.close();
  });

  it('is run by exactly one of several processes that recover at once', async () => {
    // Prepare
    await killedInTheSecondState();

    // Act
    const answers = await Promise.all(
      [1, 2, 3].map(() => runFile(process.execPath, [SCRIPT, file, callsFile, 'recover'])),
    );

    // Assess
    const outcomes = answers.map(({ stdout }) => JSON.parse(stdout));
    expect(outcomes.filter(({ recovered }) => recovered.length > 0)).toHaveLength(1);
    const calls = (await readFile(callsFile, 'utf8')).trim().split('\n');
    expect(calls.map((call) => call.split(' ')[0]).sort()).toEqual(['First', 'First', 'Second', 'Second']);
  });

  it('is taken up by a start with the same name and input', async () => {
    // Prepare
    await leftBehind();
    const executions = engineWith(async () => 'done');

    // Act
    await executions.start({ execution_id: 'one', input: { given: true } });

    // Assess
    expect(await executions.waitFor('one')).toMatchObject({ status: 'SUCCEEDED', runs: 2 });
    await executions.close();
  });

  it('is told apart from one that waits for a process which lives', async () => {
    // Prepare
    await leftBehind();
    const executions = engineWith(async () => 'done');

    // Act
    const waited = executions.waitFor('one');

    // Assess
    await expect(waited).rejects.toMatchObject({ name: 'TransientUpstreamError' });
    await executions.close();
  });

  it('fails for good after four runs', async () => {
    // Prepare
    await leftBehind(4);
    const executions = engineWith(async () => 'done');

    // Act
    const recovered = await executions.recover();

    // Assess
    expect(recovered).toEqual([{ execution_id: 'one', outcome: 'failed' }]);
    expect(await executions.describe('one')).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    await executions.close();
  });
});

describe('an execution of a process that lives', () => {
  it('is left alone by others, which see how it ends', async () => {
    // Prepare
    const second = Promise.withResolvers<string>();
    const runner = engineWith(() => second.promise);
    const other = engineWith(async () => 'by the other');
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
    const first = engineWith(() => second.promise);
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
