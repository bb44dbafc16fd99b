import { afterAll, describe, expect, it } from '@jest/globals';
import { MAX_INLINE_JOB_DESCRIPTION_BYTES, MAX_REQUEST_BODY_BYTES, ProblemDetails } from '../../../contracts/index.ts';
import { apiUnderTest, jsonOf } from '../../support/api-services.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('problems');
const { ask, executions, logLines, close } = apiUnderTest(folder);
const signed = apiUnderTest(await temporaryFolder('problems-signed'), { authorizer: 'iam' });
afterAll(() => {
  close();
  signed.close();
});

const BODY = { company_name: 'Acme', company_url: 'https://acme.example' };
const TYPE = 'urn:interview-pipeline:problem:';

describe('an error answer', () => {
  it.each([
    ['malformed JSON', 400, 'malformed-json', 'POST', '/pipeline', { text: '{"company_name": resume text}' }],
    ['no body', 400, 'malformed-json', 'POST', '/pipeline', { text: '' }],
    ['an unknown field', 400, 'invalid-body', 'POST', '/pipeline', { body: { ...BODY, color: 'red' } }],
    ['a list', 400, 'invalid-body', 'POST', '/pipeline', { body: [BODY] }],
    [
      'another content type',
      415,
      'unsupported-media-type',
      'POST',
      '/pipeline',
      { body: BODY, headers: { 'content-type': 'text/plain' } },
    ],
    [
      'a body that is too large',
      413,
      'body-too-large',
      'POST',
      '/pipeline',
      { text: ' '.repeat(MAX_REQUEST_BODY_BYTES + 1) },
    ],
    [
      'a job description that is too long',
      400,
      'invalid-body',
      'POST',
      '/pipeline',
      { body: { ...BODY, job_description: 'ä'.repeat(MAX_INLINE_JOB_DESCRIPTION_BYTES / 2 + 1) } },
    ],
    ['an unknown route', 404, 'unknown-route', 'GET', '/pipelines', {}],
    ['a longer path', 404, 'unknown-route', 'GET', '/pipeline/x/brief/y', {}],
    ['an unknown method', 405, 'method-not-allowed', 'PUT', '/pipeline', {}],
  ])('to %s is %i %s in problem details', async (_name, status, type, method, path, given) => {
    // Act
    const response = await ask(method, path, given);

    // Assess
    expect(response).toMatchObject({
      statusCode: status,
      headers: { 'content-type': 'application/problem+json', 'x-request-id': 'request-1' },
    });
    expect(ProblemDetails.parse(jsonOf(response))).toMatchObject({
      type: `${TYPE}${type}`,
      status,
      request_id: 'request-1',
      remedy: expect.stringMatching(/\w/),
    });
  });

  it('to an unknown method names those there are', async () => {
    // Act
    const [list, run] = await Promise.all(['/pipeline', '/pipeline/x'].map((path) => ask('PATCH', path)));

    // Assess
    expect([list?.headers.allow, run?.headers.allow]).toEqual(['POST, GET', 'GET, DELETE']);
  });

  it('tells nothing of the inside to the caller, everything but the body to the log', async () => {
    // Prepare
    executions.refuse = new Error('secret path /opt/x');

    // Act
    const failed = await ask('POST', '/pipeline', { body: BODY });
    await ask('POST', '/pipeline', { text: '{"company_name": private words}' });

    // Assess
    expect(failed.statusCode).toBe(500);
    expect(failed.body).not.toContain('secret path');
    expect(logLines.join('\n')).toContain('secret path');
    expect(logLines.join('\n')).not.toContain('private words');
  });
});

describe('every answer', () => {
  it.each([
    ['GET', '/health'],
    ['GET', '/pipeline'],
    ['GET', '/nowhere'],
  ])('to %s %s carries the security headers and no CORS', async (method, path) => {
    // Act
    const { headers } = await ask(method, path, { headers: { origin: 'https://evil.example' } });

    // Assess
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('an authorizer that is configured', () => {
  it('is required, except for the question whether the API answers', async () => {
    // Act
    const [nobody, alice, health] = await Promise.all([
      signed.ask('GET', '/pipeline'),
      signed.ask('GET', '/pipeline', { user: 'AROAALICE:alice' }),
      signed.ask('GET', '/health'),
    ]);

    // Assess
    expect([nobody.statusCode, alice.statusCode, health.statusCode]).toEqual([401, 200, 200]);
    expect(jsonOf(nobody).type).toBe(`${TYPE}unauthenticated`);
  });
});
