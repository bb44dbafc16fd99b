import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { StartPipelineResponse } from '../../contracts/index.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('pipeline-changes');
const { services, executions, ask, close } = apiUnderTest(folder);
afterAll(close);

const BODY = { company_name: 'Acme', company_url: 'https://acme.example' };

async function start(more: object = {}, headers: Record<string, string> = {}): Promise<StartPipelineResponse> {
  return StartPipelineResponse.parse(jsonOf(await ask('POST', '/pipeline', { body: { ...BODY, ...more }, headers })));
}

function documentOf(text: string): string {
  return `uploads/local/${createHash('sha256').update(text).digest('hex').slice(0, 32)}/document`;
}

describe('POST /pipeline/{executionId}/stop', () => {
  it('stops a run and says so at once; stopping again changes nothing', async () => {
    // Prepare
    const { execution_id } = await start();

    // Act
    const stopped = await ask('POST', `/pipeline/${execution_id}/stop`);
    const again = await ask('POST', `/pipeline/${execution_id}/stop`);

    // Assess
    expect(stopped.statusCode).toBe(200);
    expect(jsonOf(stopped)).toMatchObject({
      status: 'ABORTED',
      failure: { cause: expect.stringContaining('Stopped by its owner') },
      links: { retry: `/pipeline/${execution_id}/retry` },
    });
    expect(jsonOf(again)).toEqual(jsonOf(stopped));
  });

  it('leaves a run alone that came to its end first', async () => {
    // Prepare
    const { execution_id, session_id } = await start();
    await services.sessions.transition({ session_id, from: ['QUEUED'], to: 'SUCCEEDED' });

    // Act
    const response = await ask('POST', `/pipeline/${execution_id}/stop`);

    // Assess
    expect(jsonOf(response)).toMatchObject({ status: 'SUCCEEDED' });
    expect(executions.ends.has(execution_id)).toBe(false);
  });

  it('does not stop the newest attempt under the id of an earlier one', async () => {
    // Prepare
    const { execution_id } = await start();
    await ask('POST', `/pipeline/${execution_id}/stop`);
    await ask('POST', `/pipeline/${execution_id}/retry`);

    // Act
    const response = await ask('POST', `/pipeline/${execution_id}/stop`);

    // Assess
    expect(response.statusCode).toBe(409);
  });
});

describe('POST /pipeline/{executionId}/retry', () => {
  it('starts a new attempt of a stopped run with the same request', async () => {
    // Prepare
    const { execution_id, session_id } = await start({ role: 'Engineer' });
    await ask('POST', `/pipeline/${execution_id}/stop`);

    // Act
    const response = await ask('POST', `/pipeline/${execution_id}/retry`);

    // Assess
    expect(response).toMatchObject({ statusCode: 202, headers: { location: `/pipeline/${session_id}-2` } });
    expect(executions.started.at(-1)).toMatchObject({
      execution_id: `${session_id}-2`,
      input: { ...BODY, role: 'Engineer' },
    });
  });

  it('answers 409 while the run is under way or when it has its brief', async () => {
    // Prepare
    const { execution_id, session_id } = await start();
    await services.sessions.transition({ session_id, from: ['QUEUED'], to: 'RUNNING' });

    // Act
    const running = await ask('POST', `/pipeline/${execution_id}/retry`);
    await services.sessions.transition({ session_id, from: ['RUNNING'], to: 'SUCCEEDED' });
    const done = await ask('POST', `/pipeline/${execution_id}/retry`);

    // Assess
    expect([running.statusCode, done.statusCode]).toEqual([409, 409]);
  });
});

describe('DELETE /pipeline/{executionId}', () => {
  it('stops the run and leaves nothing of it', async () => {
    // Prepare
    const { execution_id, session_id } = await start({ job_description: 'We look for a sailor.' });
    await services.artifacts.putOnce(`briefs/${session_id}/x/brief.md`, '# Acme', 'text/markdown');

    // Act
    const response = await ask('DELETE', `/pipeline/${execution_id}`);

    // Assess
    const left = await Promise.all(['briefs/', 'work/', 'uploads/'].map((prefix) => services.artifacts.list(prefix)));
    expect(response).toMatchObject({ statusCode: 204, body: '' });
    expect(executions.ends.get(execution_id)?.status).toBe('ABORTED');
    expect(executions.forgotten).toContain(execution_id);
    expect(
      left.flat().filter(({ key }) => key.includes(session_id) || key === documentOf('We look for a sailor.')),
    ).toEqual([]);
    expect((await ask('GET', `/pipeline/${execution_id}`)).statusCode).toBe(404);
  });

  it('keeps a document that another run has still to read', async () => {
    // Prepare
    const text = 'We look for a cook.';
    const first = await start({ job_description: text });
    const second = await start({ job_description: text });

    // Act
    await ask('DELETE', `/pipeline/${first.execution_id}`);
    const kept = await services.artifacts.find(documentOf(text));
    await ask('DELETE', `/pipeline/${second.execution_id}`);

    // Assess
    expect(kept).toBeDefined();
    expect(await services.artifacts.find(documentOf(text))).toBeUndefined();
  });

  it('is unknown to another owner', async () => {
    // Prepare
    const { execution_id } = await start();

    // Act
    const response = await ask('DELETE', `/pipeline/${execution_id}`, { user: 'AROABOB:bob' });

    // Assess
    expect(response.statusCode).toBe(404);
    expect((await ask('GET', `/pipeline/${execution_id}`)).statusCode).toBe(200);
  });
});
