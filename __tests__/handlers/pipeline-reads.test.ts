import { afterAll, describe, expect, it } from '@jest/globals';
import {
  ListPipelinesResponse,
  PipelineStatusResponse,
  ProblemDetails,
  StartPipelineResponse,
} from '../../contracts/index.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('pipeline-reads');
let now = new Date('2026-11-22T08:00:00.000Z');
const { services, executions, ask, close } = apiUnderTest(folder, { clock: { now: () => now } });
afterAll(close);

const BODY = { company_name: 'Acme', company_url: 'https://acme.example' };
const ALICE = 'AROAALICE:alice';
const BOB = 'AROABOB:bob';

async function start(user?: string): Promise<StartPipelineResponse> {
  return StartPipelineResponse.parse(
    jsonOf(await ask('POST', '/pipeline', { body: BODY, ...(user === undefined ? {} : { user }) })),
  );
}

async function succeed({ session_id }: StartPipelineResponse): Promise<void> {
  const put = (name: string, body: string) =>
    services.artifacts.putOnce(`briefs/${session_id}/${name}`, body, 'text/plain');
  const brief = {
    json: await put('brief.json', '{"company_name":"Acme"}'),
    markdown: await put('brief.md', '# Acme'),
    html: await put('brief.html', '<!doctype html><title>Acme</title>'),
  };
  await services.sessions.transition({ session_id, from: ['QUEUED'], to: 'SUCCEEDED', patch: { brief } });
}

describe('GET /pipeline/{executionId}', () => {
  it('tells the owner how far each state is, and where to go', async () => {
    // Prepare
    const { execution_id, session_id } = await start();
    await services.sessions.putProgress(session_id, 'ScrapeCompany', {
      status: 'running',
      started_at: now.toISOString(),
      invocations: 2,
      reused: false,
      counts: { pages: 3 },
    });

    // Act
    const response = await ask('GET', `/pipeline/${execution_id}`);

    // Assess
    expect(response.headers).toMatchObject({ 'retry-after': '2' });
    expect(PipelineStatusResponse.parse(jsonOf(response))).toMatchObject({
      status: 'QUEUED',
      states: [{ state: 'ScrapeCompany', status: 'running', invocations: 2, counts: { pages: 3 } }],
      links: { self: `/pipeline/${execution_id}`, stop: `/pipeline/${execution_id}/stop` },
    });
  });

  it('answers 304 without a body while nothing has changed, and 200 again when something has', async () => {
    // Prepare
    const run = await start();
    const path = `/pipeline/${run.execution_id}`;
    const first = await ask('GET', path);
    const headers = { 'if-none-match': `"other", W/${first.headers.etag}` };

    // Act
    const same = await ask('GET', path, { headers });
    await succeed(run);
    const changed = await ask('GET', path, { headers });

    // Assess
    expect(same).toMatchObject({ statusCode: 304, body: '', headers: { etag: first.headers.etag } });
    expect(same.headers).not.toHaveProperty('content-type');
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(first.headers.etag);
  });

  it('asks the engine only about a run that has long been quiet, and tells of one that died', async () => {
    // Prepare
    const { execution_id } = await start();
    executions.ends.set(execution_id, { status: 'TIMED_OUT' });
    const before = executions.described;

    // Act
    const early = jsonOf(await ask('GET', `/pipeline/${execution_id}`));
    const askedEarly = executions.described - before;
    now = new Date(now.getTime() + 61_000);
    const late = jsonOf(await ask('GET', `/pipeline/${execution_id}`));
    await ask('GET', `/pipeline/${execution_id}`);

    // Assess
    expect([early.status, askedEarly]).toEqual(['QUEUED', 0]);
    expect(late).toMatchObject({ status: 'TIMED_OUT', failure: { error: expect.stringContaining('States.Timeout') } });
    expect(executions.described - before).toBe(1);
  });

  it('leads from the id of an earlier attempt to the newest', async () => {
    // Prepare
    const { execution_id, session_id } = await start();
    await services.sessions.transition({ session_id, from: ['QUEUED'], to: 'FAILED' });
    await ask('POST', `/pipeline/${execution_id}/retry`);

    // Act
    const [old, future] = await Promise.all(
      [execution_id, `${session_id}-3`].map((id) => ask('GET', `/pipeline/${id}`)),
    );

    // Assess
    expect(old && jsonOf(old)).toMatchObject({ attempt: 2, execution_id: `${session_id}-2` });
    expect(future?.statusCode).toBe(404);
  });

  it.each([
    ['another owner’s run', async () => (await start(ALICE)).execution_id],
    ['a run that never was', async () => `k-${'0'.repeat(26)}-1`],
    ['an id that is none', async () => 'not%20an%20id'],
  ])('answers 404 to %s', async (_name, idOf) => {
    // Act
    const response = await ask('GET', `/pipeline/${await idOf()}`, { user: BOB });

    // Assess
    expect(ProblemDetails.parse(jsonOf(response))).toMatchObject({
      status: 404,
      type: 'urn:interview-pipeline:problem:unknown-execution',
    });
  });
});

describe('GET /pipeline/{executionId}/brief', () => {
  it.each([
    [undefined, 'application/json', '{"company_name":"Acme"}'],
    ['text/markdown', 'text/markdown; charset=utf-8', '# Acme'],
    [
      'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
      'text/html; charset=utf-8',
      '<!doctype html><title>Acme</title>',
    ],
  ])('gives to %s the form %s', async (accept, type, body) => {
    // Prepare
    const run = await start();
    await succeed(run);

    // Act
    const response = await ask('GET', `/pipeline/${run.execution_id}/brief`, {
      headers: accept === undefined ? {} : { accept },
    });

    // Assess
    expect(response).toMatchObject({ statusCode: 200, headers: { 'content-type': type, vary: 'Accept' }, body });
  });

  it('answers 406 to a form that there is not', async () => {
    // Act
    const response = await ask('GET', `/pipeline/${(await start()).execution_id}/brief`, {
      headers: { accept: 'application/pdf' },
    });

    // Assess
    expect(response.statusCode).toBe(406);
  });

  it('answers 409 while it is not ready: when to ask again, or why there is none', async () => {
    // Prepare
    const { execution_id, session_id } = await start();
    const path = `/pipeline/${execution_id}/brief`;
    const failure = {
      state: 'GenerateBrief',
      error: 'x',
      cause: 'Nothing could be read.',
      remedy: 'Name another page.',
    };

    // Act
    const early = await ask('GET', path);
    await services.sessions.transition({ session_id, from: ['QUEUED'], to: 'FAILED', patch: { failure } });
    const failed = await ask('GET', path);

    // Assess
    expect(early).toMatchObject({ statusCode: 409, headers: { 'retry-after': '2' } });
    expect(jsonOf(failed)).toMatchObject({
      status: 409,
      detail: expect.stringContaining(failure.cause),
      remedy: expect.stringContaining(failure.remedy),
    });
  });
});

describe('GET /pipeline', () => {
  it('lists the owner’s runs page by page, newest first, by status', async () => {
    // Prepare
    const user = 'AROALISTS:lena';
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      now = new Date(now.getTime() + 1_000);
      ids.unshift((await start(user)).execution_id);
    }
    await start(ALICE);

    // Act
    const first = ListPipelinesResponse.parse(jsonOf(await ask('GET', '/pipeline?limit=2', { user })));
    const second = ListPipelinesResponse.parse(
      jsonOf(await ask('GET', `/pipeline?limit=2&cursor=${first.cursor}`, { user })),
    );
    const none = ListPipelinesResponse.parse(jsonOf(await ask('GET', '/pipeline?status=FAILED', { user })));

    // Assess
    expect([...first.runs, ...second.runs].map(({ execution_id }) => execution_id)).toEqual(ids);
    expect(second.cursor).toBeUndefined();
    expect(none.runs).toEqual([]);
  });

  it.each(['limit=0', 'limit=101', 'limit=two', 'status=DONE', 'color=red', 'cursor=made-up'])(
    'answers 400 to ?%s and names the parameter',
    async (query) => {
      // Act
      const response = await ask('GET', `/pipeline?${query}`);

      // Assess
      expect(response.statusCode).toBe(400);
      expect(response.body).toContain(query.split('=')[0]);
    },
  );
});
