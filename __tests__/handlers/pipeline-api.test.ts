import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  ConfigurationError,
  PipelineStatusResponse,
  ProblemDetails,
  SessionConflictError,
  StartPipelineResponse,
} from '../../contracts/index.ts';
import { createHandler as createGetPipeline } from '../../handlers/get-pipeline.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import { continuePipeline, startPipeline } from '../../handlers/pipeline-starts.ts';
import { createHandler as createStartPipeline } from '../../handlers/start-pipeline.ts';
import type { Executions, StartExecutionRequest } from '../../services/executions/executions.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('pipeline-api');
const { services: steps, close } = stepServices(folder);
afterAll(close);

/** Executions that are only written down: what is shown here is what the routes do around them. */
const started: StartExecutionRequest[] = [];
let refuse: Error | undefined;
const executions: Executions = {
  start: async (request) => {
    if (refuse) throw refuse;
    started.push(request);
    return { execution_arn: `arn:${request.execution_id}` };
  },
  describe: async () => undefined,
  history: async () => [],
  stop: async () => undefined,
};
const services = { ...steps, executions };
const post = createStartPipeline(services);
const get = createGetPipeline(services);

const BODY = { company_name: 'Acme', company_url: 'https://acme.example' };

interface Ask {
  readonly body?: unknown;
  readonly text?: string;
  readonly key?: string;
  readonly user?: string;
  readonly executionId?: string;
}

function event({ body, text, key, user, executionId }: Ask): unknown {
  return {
    headers: key === undefined ? {} : { 'idempotency-key': key },
    pathParameters: executionId === undefined ? {} : { executionId },
    body: text ?? JSON.stringify(body),
    requestContext: {
      requestId: 'request-1',
      ...(user === undefined ? {} : { authorizer: { iam: { accountId: '111122223333', userId: user } } }),
    },
  };
}

function json(response: ApiResponse): unknown {
  return JSON.parse(response.body);
}

describe('POST /pipeline', () => {
  it('answers 202 with the execution and where to ask for it, and starts it with the whole request', async () => {
    // Act
    const response = await post(event({ body: BODY }));

    // Assess
    const answer = StartPipelineResponse.parse(json(response));
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
    const responses = await Promise.all(Array.from({ length: 50 }, () => post(event({ body: BODY, key }))));
    const other = await post(event({ body: { ...BODY, company_name: 'Another' }, key }));

    // Assess
    const ids = responses.map((response) => StartPipelineResponse.parse(json(response)).execution_id);
    expect(new Set(ids).size).toBe(1);
    expect(other.statusCode).toBe(409);
    expect(ProblemDetails.parse(json(other))).toMatchObject({
      type: 'urn:interview-pipeline:problem:session-conflict',
      request_id: 'request-1',
    });
  });

  it('gives two owners with one key two runs', async () => {
    // Prepare
    const key = randomUUID();

    // Act
    const responses = await Promise.all(
      ['AROAONE:alice', 'AROATWO:bob'].map((user) => post(event({ body: BODY, key, user }))),
    );

    // Assess
    expect(new Set(responses.map((response) => StartPipelineResponse.parse(json(response)).session_id)).size).toBe(2);
  });

  it('heals a row whose execution never started, at the next call with the same key', async () => {
    // Prepare
    const key = randomUUID();
    refuse = new ConfigurationError('No state machine.');
    const broken = await post(event({ body: BODY, key }));
    refuse = undefined;
    const before = started.length;

    // Act
    const healed = await post(event({ body: BODY, key }));

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
    const response = await post(event(ask));

    // Assess
    const problem = ProblemDetails.parse(json(response));
    expect(response).toMatchObject({ statusCode: 400, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.stringify(problem)).toContain(says);
    expect(problem.remedy).toMatch(/[a-z]/);
  });

  it('tells nothing of the inside when the inside is at fault', async () => {
    // Prepare
    refuse = new Error('secret path /opt/x');

    // Act
    const response = await post(event({ body: BODY }));
    refuse = undefined;

    // Assess
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret path');
  });
});

describe('GET /pipeline/{executionId}', () => {
  it('tells the owner how far the run is', async () => {
    // Prepare
    const { execution_id, session_id } = StartPipelineResponse.parse(json(await post(event({ body: BODY }))));
    await services.sessions.putProgress(session_id, 'ScrapeCompany', {
      status: 'running',
      started_at: '2026-11-22T08:00:00.000Z',
      invocations: 2,
      reused: false,
      counts: { pages: 3 },
    });

    // Act
    const response = await get(event({ executionId: execution_id }));

    // Assess
    expect(PipelineStatusResponse.parse(json(response))).toMatchObject({
      status: 'QUEUED',
      states: [{ state: 'ScrapeCompany', status: 'running', invocations: 2, counts: { pages: 3 } }],
    });
  });

  it.each([
    [
      'another owner’s',
      async () =>
        StartPipelineResponse.parse(json(await post(event({ body: BODY, user: 'AROAONE:alice' })))).execution_id,
    ],
    ['one that never was', async () => `k-${'0'.repeat(26)}-1`],
    ['one whose id is no id', async () => '../../etc'],
  ])('answers 404 to %s', async (_name, idOf) => {
    // Act
    const response = await get(event({ executionId: await idOf(), user: 'AROATWO:bob' }));

    // Assess
    expect(response.statusCode).toBe(404);
  });
});

describe('a further attempt', () => {
  it('starts with the request of the first, under the next number', async () => {
    // Prepare
    const { row } = await startPipeline(services, { ...(started[0]?.input as never) }, { owner: 'local' });
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
    const { row } = await startPipeline(services, { ...(started[0]?.input as never) }, { owner: 'local' });
    await services.sessions.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'RUNNING' });

    // Act
    const refused = continuePipeline(services, row.session_id);

    // Assess
    await expect(refused).rejects.toThrow(SessionConflictError);
  });
});
