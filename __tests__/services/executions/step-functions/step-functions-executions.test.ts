import { describe, expect, test } from '@jest/globals';
import { executionsConformance } from '../../../conformance/executions.ts';
import { BROKEN, DENIED, THROTTLED } from '../../../support/aws-protocol/mishap.ts';
import { stepFunctionsOnLoopback } from './step-functions-on-loopback.ts';

executionsConformance('createStepFunctionsExecutions', () => stepFunctionsOnLoopback());

const HANG = { do: 'hang', company: { name: 'Acme', url: 'https://acme.example' } };
const HANG_REORDERED = { company: { url: 'https://acme.example', name: 'Acme' }, do: 'hang' };

describe('createStepFunctionsExecutions', () => {
  test('finds the running execution of an equal input whose keys are ordered otherwise', async () => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback();
    const execution_id = loopback.newName();
    const first = await loopback.executions.start({ execution_id, input: HANG });
    // Act
    const second = await loopback.executions.start({ execution_id, input: HANG_REORDERED });
    // Assess
    expect(second).toEqual(first);
    await loopback.executions.stop(execution_id, 'end of the test');
  });

  test('asks to try again when an execution exists that cannot be described yet', async () => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback({ isVisible: () => false });
    const execution_id = loopback.newName();
    await loopback.executions.start({ execution_id, input: HANG });
    // Act
    const again = loopback.executions.start({ execution_id, input: HANG_REORDERED });
    // Assess
    await expect(again).rejects.toMatchObject({ name: 'TransientUpstreamError' });
    expect(await loopback.executions.describe(execution_id)).toBeUndefined();
    expect(await loopback.executions.history(execution_id)).toEqual([]);
  });

  test('asks for no payloads but to compare inputs', async () => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback();
    const execution_id = loopback.newName();
    await loopback.executions.start({ execution_id, input: { do: 'echo' } });
    await loopback.settled(execution_id);
    // Act
    await loopback.executions.describe(execution_id);
    await loopback.executions.history(execution_id);
    // Assess
    const inputs = loopback.server.requests.slice(1).map(({ input }) => input);
    expect(inputs).toEqual([
      expect.objectContaining({ includedData: 'METADATA_ONLY' }),
      expect.objectContaining({ includeExecutionData: false }),
    ]);
  });

  test('reads a history page by page', async () => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback({ page_events: 2 });
    const execution_id = loopback.newName();
    await loopback.executions.start({ execution_id, input: { do: 'echo' } });
    await loopback.settled(execution_id);
    // Act
    const events = await loopback.executions.history(execution_id);
    // Assess
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'StateEntered',
      'StateExited',
      'ExecutionSucceeded',
    ]);
    expect(loopback.server.requests.filter(({ operation }) => operation === 'GetExecutionHistory')).toHaveLength(3);
  });

  test.each([
    ['throttled', THROTTLED, 'TransientUpstreamError'],
    ['broken', BROKEN, 'TransientUpstreamError'],
    ['silent', { kind: 'hang' }, 'TransientUpstreamError'],
    ['forbidden', DENIED, 'PermissionDeniedError'],
    ['too many executions', { kind: 'error', status: 400, type: 'ExecutionLimitExceeded' }, 'QuotaExceededError'],
    ['no such machine', { kind: 'error', status: 400, type: 'StateMachineDoesNotExist' }, 'ConfigurationError'],
  ] as const)('maps a start that is %s', async (_, mishap, name) => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback({}, mishap.kind === 'hang' ? 3_000 : undefined);
    loopback.server.mishap('StartExecution', mishap, mishap);
    // Act
    const started = loopback.executions.start({ execution_id: loopback.newName(), input: { do: 'hang' } });
    // Assess
    await expect(started).rejects.toMatchObject({ name, message: expect.stringContaining('states:StartExecution') });
  });

  test.each([
    ['connection broke', { kind: 'lose_answer' }],
    ['answer was cut off', { kind: 'cut_connection' }],
    ['answer was half of its JSON', { kind: 'truncate' }],
  ] as const)('gives the execution that every attempt started although each %s', async (_, mishap) => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback();
    loopback.server.mishap('StartExecution', mishap, mishap);
    const execution_id = loopback.newName();
    // Act
    const { execution_arn } = await loopback.executions.start({ execution_id, input: HANG });
    // Assess
    expect(await loopback.executions.describe(execution_id)).toMatchObject({ execution_arn, status: 'RUNNING' });
    await loopback.executions.stop(execution_id, 'end of the test');
  });

  test('names a conflict when the lost attempt was of an execution that has ended since', async () => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback();
    const execution_id = loopback.newName();
    await loopback.executions.start({ execution_id, input: { do: 'echo' } });
    await loopback.settled(execution_id);
    loopback.server.mishap('StartExecution', BROKEN, BROKEN);
    // Act
    const again = loopback.executions.start({ execution_id, input: { do: 'echo' } });
    // Assess
    await expect(again).rejects.toMatchObject({ name: 'SessionConflictError' });
  });

  test('waits a moment for an execution that cannot be described at once', async () => {
    // Prepare
    let looks = 0;
    const isVisible = () => {
      looks += 1;
      return looks > 2;
    };
    await using loopback = await stepFunctionsOnLoopback({ isVisible });
    const execution_id = loopback.newName();
    await loopback.executions.start({ execution_id, input: HANG });
    // Act
    const again = await loopback.executions.start({ execution_id, input: HANG_REORDERED });
    // Assess
    expect(again.execution_arn).toContain(execution_id);
    await loopback.executions.stop(execution_id, 'end of the test');
  });

  test('starts once when the answer to the first attempt was lost', async () => {
    // Prepare
    await using loopback = await stepFunctionsOnLoopback();
    loopback.server.mishap('StartExecution', { kind: 'lose_answer' });
    const execution_id = loopback.newName();
    // Act
    const { execution_arn } = await loopback.executions.start({ execution_id, input: { do: 'hang' } });
    // Assess
    expect(execution_arn).toContain(execution_id);
    expect(loopback.server.requests.map(({ operation }) => operation)).toEqual(['StartExecution', 'StartExecution']);
    await loopback.executions.stop(execution_id, 'end of the test');
  });
});
