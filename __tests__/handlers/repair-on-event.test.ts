import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../handlers/repair-on-event.ts';
import { newSessionRow } from '../../handlers/session-rows.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SESSION = `k-${'0'.repeat(26)}`;
const EXECUTION = `${SESSION}-1`;
const folder = await temporaryFolder('repair');

/** The event as EventBridge delivers it. */
function event(status: string, detail: object = {}): unknown {
  return {
    version: '0',
    id: '315c1398-40ff-a850-213b-158f73e60175',
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account: '111122223333',
    time: '2026-11-22T10:00:30Z',
    region: 'eu-west-1',
    resources: [`arn:aws:states:eu-west-1:111122223333:execution:interview-pipeline-dev:${EXECUTION}`],
    detail: {
      executionArn: `arn:aws:states:eu-west-1:111122223333:execution:interview-pipeline-dev:${EXECUTION}`,
      stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:interview-pipeline-dev',
      name: EXECUTION,
      status,
      startDate: 1_795_341_600_000,
      stopDate: 1_795_341_630_000,
      input: '{}',
      output: null,
      error: null,
      cause: null,
      ...detail,
    },
  };
}

/** A handler over a store that holds one row of the given status and attempt. */
async function withRow(name: string, status: 'RUNNING' | 'SUCCEEDED', executionId = EXECUTION) {
  const under = stepServices(`${folder}/${name}`);
  const company = { company_name: 'Acme', company_url: 'https://acme.example' };
  await under.services.sessions.create(
    newSessionRow(under.services, company, {
      session_id: SESSION,
      execution_id: executionId,
      owner: 'local',
      status,
      request_sha256: '0'.repeat(64),
    }),
  );
  return { ...under, handler: createHandler(under.services) };
}

describe('an execution that ended without telling its row', () => {
  test.each([
    ['TIMED_OUT', 'The execution took longer than it may.'],
    ['ABORTED', 'The execution was stopped.'],
    ['FAILED', 'The execution failed before it could say why.'],
  ])('%s is written into the row with the reason', async (status, cause) => {
    // Prepare
    const { handler, services, close } = await withRow(status, 'RUNNING');

    // Act
    const repair = await handler(event(status));

    // Assess
    const row = await services.sessions.get(SESSION);
    close();
    expect(repair).toEqual({ execution_id: EXECUTION, repaired: true });
    expect(row).toMatchObject({ status, failure: { state: 'Execution', cause: expect.stringContaining(cause) } });
  });

  test('keeps the error and cause that the event names', async () => {
    // Prepare
    const { handler, services, close } = await withRow('named', 'RUNNING');

    // Act
    await handler(event('FAILED', { error: 'States.DataLimitExceeded', cause: 'The payload is too large.' }));

    // Assess
    const row = await services.sessions.get(SESSION);
    close();
    expect(row?.failure?.error).toBe('Execution.States.DataLimitExceeded');
  });

  test('is left alone when the row has ended already, also when the event comes twice', async () => {
    // Prepare
    const { handler, services, close } = await withRow('ended', 'RUNNING');
    await handler(event('ABORTED'));

    // Act
    const again = await handler(event('ABORTED'));

    // Assess
    const row = await services.sessions.get(SESSION);
    close();
    expect(again.repaired).toBe(false);
    expect(row?.status).toBe('ABORTED');
  });

  test('is left alone when a later attempt has taken over the session', async () => {
    // Prepare
    const { handler, services, close } = await withRow('later', 'RUNNING', `${SESSION}-2`);

    // Act
    const repair = await handler(event('TIMED_OUT'));

    // Assess
    const row = await services.sessions.get(SESSION);
    close();
    expect(repair.repaired).toBe(false);
    expect(row?.status).toBe('RUNNING');
  });
});

test('an event of another kind is refused by name', async () => {
  // Prepare
  const { services, close } = stepServices(`${folder}/other`);

  // Act
  const refused = createHandler(services)({ source: 'aws.s3' });

  // Assess
  await expect(refused).rejects.toMatchObject({ name: 'RejectedInputError' });
  close();
});
