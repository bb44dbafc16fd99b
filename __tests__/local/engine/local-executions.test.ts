import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import type { ExecutionEvent } from '../../../services/executions/executions.ts';
import { executionsConformance } from '../../conformance/executions.ts';
import {
  finish,
  hanging,
  machineOf,
  namedError,
  runOnce,
  shortSleep,
  storyOf,
  task,
  temporaryFolder,
} from './engine-fixture.ts';
import { openOneTaskEngine } from './one-task-engine.ts';

executionsConformance('createLocalExecutions', openOneTaskEngine);

describe('createLocalExecutions', () => {
  it('tells each event to listeners once it is in the file, until they leave', async () => {
    // Prepare
    const { folder, remove } = await temporaryFolder();
    const executions = createLocalExecutions({
      definition: machineOf({ Type: 'Pass', End: true }),
      handlers: {},
      file: join(folder, 'e.sqlite'),
    });
    const heard: [string, ExecutionEvent][] = [];
    const leave = executions.onEvent((executionId, event) => heard.push([executionId, event]));

    // Act
    const { events } = await finish(executions, {}, 'first');
    leave();
    await finish(executions, {}, 'second');

    // Assess
    expect(heard).toEqual(events.map((event) => ['first', event]));
    await executions.close();
    await remove();
  });

  it('passes the event and the result through JSON', async () => {
    // Prepare
    const given = { at: '2026-11-22T10:00:00.000Z', list: [1] };
    const received: unknown[] = [];
    const machine = {
      StartAt: 'First',
      States: {
        First: task('Change', { Next: 'Second', ResultPath: '$.result' }),
        Second: { Type: 'Pass', End: true },
      },
    };

    // Act
    const { description } = await runOnce(
      machine,
      {
        Change: async (event) => {
          received.push(structuredClone(event));
          (event as { list: number[] }).list.push(99);
          return { date: new Date(0), gone: undefined, not_a_number: Number.NaN, map: new Map([[1, 2]]) };
        },
      },
      given,
    );

    // Assess
    expect(received).toEqual([given]);
    expect(description.output).toEqual({
      ...given,
      result: { date: '1970-01-01T00:00:00.000Z', not_a_number: null, map: {} },
    });
  });

  it('gives null for a handler that returns nothing', async () => {
    // Act
    const { description } = await runOnce(machineOf(task('Nothing')), { Nothing: async () => undefined });

    // Assess
    expect(description).toMatchObject({ status: 'SUCCEEDED', output: null });
  });

  it('fails as Lambda does when a result is no JSON', async () => {
    // Act
    const { description } = await runOnce(machineOf(task('Big')), { Big: async () => ({ big: 1n }) });

    // Assess
    expect(description).toMatchObject({ status: 'FAILED', error: 'Runtime.MarshalError' });
  });

  it('keeps name, message and trace of an error, and takes other thrown values as Lambda does', async () => {
    // Act
    const error = await runOnce(machineOf(task('Fail')), {
      Fail: async () => {
        throw new RangeError('too far');
      },
    });
    const text = await runOnce(machineOf(task('Fail')), {
      Fail: () => Promise.reject('only a text'),
    });

    // Assess
    expect(error.description.error).toBe('RangeError');
    expect(JSON.parse(error.description.cause ?? '')).toEqual({
      errorType: 'RangeError',
      errorMessage: 'too far',
      trace: expect.arrayContaining(['RangeError: too far', expect.stringMatching(/^ {4}at /)]),
    });
    expect(JSON.parse(text.description.cause ?? '')).toEqual({
      errorType: 'string',
      errorMessage: 'only a text',
      trace: [],
    });
  });

  it('fails with States.DataLimitExceeded above 256 KiB, which States.ALL does not catch and its name does', async () => {
    // Prepare
    const handlers = { Large: async () => 'x'.repeat(262_144) };
    const caught = { Type: 'Pass', Result: 'caught', End: true };
    const machine = (name: string) => ({
      StartAt: 'Only',
      States: { Only: task('Large', { Catch: [{ ErrorEquals: [name], Next: 'Caught' }] }), Caught: caught },
    });

    // Act
    const all = await runOnce(machine('States.ALL'), handlers);
    const named = await runOnce(machine('States.DataLimitExceeded'), handlers);

    // Assess
    expect(all.description).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(named.description).toMatchObject({ status: 'SUCCEEDED', output: 'caught' });
  });

  it('notes the largest payload that went through a state', async () => {
    // Prepare
    const machine = {
      StartAt: 'Large',
      States: {
        Large: task('Large', { ResultPath: '$.large', Next: 'Small' }),
        Small: { Type: 'Pass', Parameters: { small: true }, End: true },
      },
    };

    // Act
    const { description } = await runOnce(machine, { Large: async () => 'ü'.repeat(500) });

    // Assess
    expect(description.largest_payload_bytes).toBe(Buffer.byteLength(JSON.stringify({ large: 'ü'.repeat(500) })));
    expect(description.output).toEqual({ small: true });
  });

  it('notes a large result also when the state does not hand it on', async () => {
    // Act
    const { description } = await runOnce(machineOf(task('Large', { ResultPath: null })), {
      Large: async () => 'x'.repeat(998),
    });

    // Assess
    expect(description.output).toEqual({});
    expect(description.largest_payload_bytes).toBe(1_000);
  });

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

  it('runs many executions side by side', async () => {
    // Prepare
    const { folder, remove } = await temporaryFolder();
    const executions = createLocalExecutions({
      definition: machineOf(task('Echo', { ResultPath: '$.echo' })),
      handlers: { Echo: async (event) => (event as { n: number }).n },
      file: join(folder, 'e.sqlite'),
    });

    // Act
    const runs = await Promise.all(Array.from({ length: 30 }, (_, n) => finish(executions, { n }, `execution-${n}`)));

    // Assess
    expect(runs.map(({ description }) => description.output)).toEqual(runs.map((_, n) => ({ n, echo: n })));
    await executions.close();
    await remove();
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['a field it does not know', machineOf({ Type: 'Pass', End: true, Assign: { a: 1 } }), /Assign/],
    ['JSONata', machineOf({ Type: 'Pass', End: true }, { QueryLanguage: 'JSONata' }), /QueryLanguage/],
    [
      'a comparison it does not know',
      machineOf({ Type: 'Choice', Choices: [{ Variable: '$.a', NumericEqual: 1, Next: 'Only' }] }),
      /comparison/,
    ],
    [
      'a start that is not there',
      { StartAt: 'Other', States: { Only: { Type: 'Succeed' } } },
      /StartAt leads to Other/,
    ],
    ['a Next that is not there', machineOf({ Type: 'Pass', Next: 'Other' }), /Only leads to Other/],
    [
      'a Catch that leads out of its branch',
      machineOf({
        Type: 'Parallel',
        End: true,
        Branches: [machineOf(task('Known', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Outside' }] }))],
      }),
      /Only leads to Outside/,
    ],
    ['a function without a handler', machineOf(task('Unknown')), /Unknown/],
    ['a placeholder', machineOf({ Type: 'Task', Resource: '${KnownFunctionArn}', End: true }), /KnownFunctionArn/],
  ])('refuses a definition with %s', async (_, definition, message) => {
    // Prepare
    const { folder, remove } = await temporaryFolder();

    // Act
    const create = () =>
      createLocalExecutions({ definition, handlers: { Known: async () => null }, file: join(folder, 'e.sqlite') });

    // Assess
    expect(create).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringMatching(message) }),
    );
    await remove();
  });
});
