import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { BriefRequest } from '../../contracts/index.ts';
import {
  ConfigurationError,
  ProblemDetails,
  SessionConflictError,
  StartPipelineResponse,
} from '../../contracts/index.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import { continuePipeline, startPipeline } from '../../handlers/pipeline-starts.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('pipeline-api');
const { services, executions, ask, close } = apiUnderTest(folder);
afterAll(close);

const { started } = executions;
const BODY = { company_name: 'Acme', company_url: 'https://acme.example' };

interface Post {
  readonly body?: unknown;
  readonly text?: string;
  readonly key?: string;
  readonly user?: string;
}

function post({ key, ...given }: Post): Promise<ApiResponse> {
  return ask('POST', '/pipeline', { ...given, headers: key === undefined ? {} : { 'idempotency-key': key } });
}

describe('POST /pipeline', () => {
  it('answers 202 with the execution and where to ask for it, and starts it with the whole request', async () => {
    // Act
    const response = await post({ body: BODY });

    // Assess
    const answer = StartPipelineResponse.parse(jsonOf(response));
    expect(response).toMatchObject({ statusCode: 202, headers: { location: `/pipeline/${answer.execution_id}` } });
    expect(answer.execution_id).toBe(`${answer.session_id}-1`);
    expect(started.at(-1)).toMatchObject({
      execution_id: answer.execution_id,
      input: { ...BODY, documents: [], session_id: answer.session_id },
    });
  });

  it('gives one execution to fifty calls at once with one key, and names a second request under it a conflict', async () => {
    // Prepare
    const key = randomUUID();

    // Act
    const responses = await Promise.all(Array.from({ length: 50 }, () => post({ body: BODY, key })));
    const other = await post({ body: { ...BODY, company_name: 'Another' }, key });

    // Assess
    const ids = responses.map((response) => StartPipelineResponse.parse(jsonOf(response)).execution_id);
    expect(new Set(ids).size).toBe(1);
    expect(other.statusCode).toBe(409);
    expect(ProblemDetails.parse(jsonOf(other))).toMatchObject({
      type: 'urn:interview-pipeline:problem:session-conflict',
      request_id: 'request-1',
    });
  });

  it('gives two owners with one key two runs', async () => {
    // Prepare
    const key = randomUUID();

    // Act
    const responses = await Promise.all(
      ['AROAONE:alice', 'AROATWO:bob'].map((user) => post({ body: BODY, key, user })),
    );

    // Assess
    expect(new Set(responses.map((response) => StartPipelineResponse.parse(jsonOf(response)).session_id)).size).toBe(2);
  });

  it('heals a row whose execution never started, at the next call with the same key', async () => {
    // Prepare
    const key = randomUUID();
    executions.refuse = new ConfigurationError('No state machine.');
    const broken = await post({ body: BODY, key });
    executions.refuse = undefined;
    const before = started.length;

    // Act
    const healed = await post({ body: BODY, key });

    // Assess
    expect(broken.statusCode).toBe(500);
    expect(healed.statusCode).toBe(202);
    expect(started.length).toBe(before + 1);
  });

  it.each([
    ['a field that is wrong', { body: { ...BODY, company_url: 'ftp://acme.example' } }, 'company_url'],
    ['a field that is not known', { body: { ...BODY, colour: 'red' } }, 'colour'],
    ['a body that is not JSON', { text: '{' }, 'JSON'],
    ['a key with a space', { body: BODY, key: 'a b' }, 'Idempotency-Key'],
  ])('answers 400 to %s and says which', async (_name, ask, says) => {
    // Act
    const response = await post(ask);

    // Assess
    const problem = ProblemDetails.parse(jsonOf(response));
    expect(response).toMatchObject({ statusCode: 400, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.stringify(problem)).toContain(says);
    expect(problem.remedy).toMatch(/[a-z]/);
  });

  it('tells nothing of the inside when the inside is at fault', async () => {
    // Prepare
    executions.refuse = new Error('secret path /opt/x');

    // Act
    const response = await post({ body: BODY });
    executions.refuse = undefined;

    // Assess
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret path');
  });
});

describe('a further attempt', () => {
  it('starts with the request of the first, under the next number', async () => {
    // Prepare
    const { row } = await startPipeline(services, started[0]?.input as BriefRequest, { owner: 'local' });
    await services.sessions.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'FAILED' });

    // Act
    const { row: second } = await continuePipeline(services, row.session_id);

    // Assess
    expect(second).toMatchObject({ attempt: 2, status: 'QUEUED', execution_id: `${row.session_id}-2` });
    expect(started.at(-1)).toMatchObject({
      execution_id: second.execution_id,
      input: { ...BODY, session_id: row.session_id },
    });
  });

  it('is refused while the first still runs', async () => {
    // Prepare
    const { row } = await startPipeline(services, started[0]?.input as BriefRequest, { owner: 'local' });
    await services.sessions.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'RUNNING' });

    // Act
    const refused = continuePipeline(services, row.session_id);

    // Assess
    await expect(refused).rejects.toThrow(SessionConflictError);
  });
});
