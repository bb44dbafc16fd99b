import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openExecutionLog } from '../../../local/engine/execution-log.ts';
import { engineOfTwoStates, storyOf, temporaryFolder } from './engine-fixture.ts';

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
  const engine = engineOfTwoStates(file, () => new Promise(() => undefined));
  engine.onEvent((_, { type, state }) => type === 'StateEntered' && state === 'Second' && entered.resolve());
  await engine.start({ execution_id: 'one', input: { given: true } });
  await entered.promise;
  await engine.close();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const database = new DatabaseSync(file);
  database.prepare(`UPDATE executions SET lease_owner = 'gone', lease_pid = ?, runs = ?`).run(pid, runs);
  database.close();
}

describe('an execution whose process is gone', () => {
  it('is run to its end by the next one after a kill, from its input, with its history kept', async () => {
    // Prepare
    await killedInTheSecondState();
    const log = openExecutionLog({ file });
    const before = await log.history('one');
    log.close();

    // Act
    const executions = engineOfTwoStates(file, async () => 'done');
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
    const executions = engineOfTwoStates(file, async () => 'done');

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
    const executions = engineOfTwoStates(file, async () => 'done');

    // Act
    await executions.start({ execution_id: 'one', input: { given: true } });

    // Assess
    expect(await executions.waitFor('one')).toMatchObject({ status: 'SUCCEEDED', runs: 2 });
    await executions.close();
  });

  it('is told apart from one that waits for a process which lives', async () => {
    // Prepare
    await leftBehind();
    const executions = engineOfTwoStates(file, async () => 'done');

    // Act
    const waited = executions.waitFor('one');

    // Assess
    await expect(waited).rejects.toMatchObject({ name: 'TransientUpstreamError' });
    await executions.close();
  });

  it('fails for good after four runs', async () => {
    // Prepare
    await leftBehind(4);
    const executions = engineOfTwoStates(file, async () => 'done');

    // Act
    const recovered = await executions.recover();

    // Assess
    expect(recovered).toEqual([{ execution_id: 'one', outcome: 'failed' }]);
    expect(await executions.describe('one')).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    await executions.close();
  });
});
