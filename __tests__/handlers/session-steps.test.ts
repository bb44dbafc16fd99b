import { afterAll, describe, expect, it } from '@jest/globals';
import { Failure, RunState, UpdateSessionOutput } from '../../contracts/index.ts';
import { createHandler as createCreateSession } from '../../handlers/create-session.ts';
import { newSessionId } from '../../handlers/session-ids.ts';
import { newSessionRow } from '../../handlers/session-rows.ts';
import { createHandler as createUpdateSession } from '../../handlers/update-session.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('session-steps');
const { services, close } = stepServices(folder);
afterAll(close);

const createSession = createCreateSession(services);
const updateSession = createUpdateSession(services);
const REQUEST = { company_name: 'Acme', company_url: 'https://acme.example' };
const pointer = { key: 'briefs/x/brief.json', sha256: 'b'.repeat(64), bytes: 2 };
const brief = { json: pointer, markdown: pointer, html: pointer };

async function queued(): Promise<string> {
  const session_id = newSessionId(new Date());
  await services.sessions.create(
    newSessionRow(services, REQUEST, {
      session_id,
      execution_id: `${session_id}-1`,
      owner: 'local',
      status: 'QUEUED',
      request_sha256: 'a'.repeat(64),
    }),
  );
  return session_id;
}

function start(execution_id: string): Promise<unknown> {
  return createSession({
    execution_arn: `arn:${execution_id}`,
    execution_id,
    started_at: '2026-11-22T08:00:00.000Z',
    request: REQUEST,
  });
}

describe('CreateSession', () => {
  it('claims the queued row and fills in every default', async () => {
    // Prepare
    const session_id = await queued();

    // Act
    const state = RunState.parse(await start(`${session_id}-1`));

    // Assess
    expect(state).toMatchObject({
      session_id,
      attempt: 1,
      documents: [],
      document_count: 0,
      job_url: null,
      deadline_at: '2026-11-22T08:01:30.000Z',
    });
    expect(await services.sessions.get(session_id)).toMatchObject({
      status: 'RUNNING',
      execution_arn: `arn:${session_id}-1`,
    });
  });

  it('may be repeated by its own execution', async () => {
    // Prepare
    const session_id = await queued();
    const first = await start(`${session_id}-1`);

    // Act
    const second = await start(`${session_id}-1`);

    // Assess
    expect(second).toEqual(first);
  });

  it('refuses the execution of an attempt that is not the row’s', async () => {
    // Prepare
    const session_id = await queued();

    // Act
    const refused = start(`${session_id}-2`);

    // Assess
    await expect(refused).rejects.toMatchObject({ name: 'SessionConflictError' });
  });

  it('makes the row of an execution that was started by hand in the console', async () => {
    // Act
    const state = RunState.parse(await start('0a1b2c3d-1111-2222-3333-444455556666'));

    // Assess
    expect(state.session_id).toBe('0a1b2c3d-1111-2222-3333-444455556666');
    expect(await services.sessions.get(state.session_id)).toMatchObject({ status: 'RUNNING', owner: 'manual' });
  });

  it('names every field that is wrong', async () => {
    // Act
    const refused = createSession({
      execution_arn: 'a',
      execution_id: 'by-hand',
      started_at: '2026-11-22T08:00:00.000Z',
      request: { company_url: 'ftp://acme.example' },
    });

    // Assess
    await expect(refused).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/request\.company_name.*request\.company_url/s),
    });
  });
});

describe('UpdateSession', () => {
  it('marks the session and says where the brief is, also when repeated', async () => {
    // Prepare
    const session_id = await queued();
    const event = { session_id, execution_id: `${session_id}-1`, brief, degraded: true };

    // Act
    const outputs = [await updateSession(event), await updateSession(event)];

    // Assess
    expect(outputs.map((output) => UpdateSessionOutput.parse(output))).toEqual(
      Array(2).fill({ session_id, status: 'SUCCEEDED', degraded: true, brief }),
    );
    expect(await services.sessions.get(session_id)).toMatchObject({ status: 'SUCCEEDED', degraded: true, brief });
  });

  it('lets the late zombie of an earlier attempt change nothing', async () => {
    // Prepare
    const session_id = await queued();
    await services.sessions.transition({
      session_id,
      from: ['QUEUED'],
      to: 'RUNNING',
      patch: { execution_id: `${session_id}-2`, attempt: 2 },
    });

    // Act
    const zombie = updateSession({ session_id, execution_id: `${session_id}-1`, brief, degraded: false });

    // Assess
    await expect(zombie).rejects.toMatchObject({ name: 'SessionConflictError' });
    expect(await services.sessions.get(session_id)).toMatchObject({ status: 'RUNNING', attempt: 2 });
  });
});

describe('RecordFailure', () => {
  it('names the failing state of a branch, the reason and the remedy in plain words', async () => {
    // Prepare
    const session_id = await queued();
    const cause = JSON.stringify({
      errorType: 'PermissionDeniedError',
      errorMessage: 's3:PutObject is not allowed.\nRemedy: Allow it.',
      trace: ['at x'],
    });
    const failure = {
      state: 'GatherSources',
      error: 'GatherSources.ScrapeCompany.PermissionDeniedError',
      cause: `GatherSources failed: ScrapeCompany failed: ${cause}`,
    };

    // Act
    const recorded = Failure.parse(await updateSession({ execution_id: `${session_id}-1`, failure }));

    // Assess
    expect(recorded).toEqual({
      state: 'ScrapeCompany',
      error: 'ScrapeCompany.PermissionDeniedError',
      cause: 'ScrapeCompany failed: s3:PutObject is not allowed.',
      remedy: 'Allow it.',
    });
    expect(await services.sessions.get(session_id)).toMatchObject({ status: 'FAILED', failure: recorded });
  });

  it('keeps AWS’s own error names whole', async () => {
    // Act
    const recorded = await updateSession({
      execution_id: 'nobody-knows',
      failure: { state: 'GenerateBrief', error: 'GenerateBrief.States.Timeout', cause: 'GenerateBrief failed: ' },
    });

    // Assess
    expect(recorded).toMatchObject({
      state: 'GenerateBrief',
      error: 'GenerateBrief.States.Timeout',
      cause: 'GenerateBrief failed: States.Timeout without a message.',
    });
  });
});
