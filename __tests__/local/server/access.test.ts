import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, GATEWAY_MESSAGES, MAX_REQUEST_BODY_BYTES } from '../../../contracts/index.ts';
import { startLocalServer } from '../../../local/server/local-server.ts';
import { dataFolder } from '../../../local/services/data-folder.ts';
import { localApi, runsFolder } from '../../support/local-api.ts';

const open = await localApi();
const guarded = await localApi({ token: 'secret-1' });
const full = await localApi({ parts: { limits: { max_concurrent_runs: 0 } } });
const JSON_TYPE = { 'content-type': 'application/json' };
const BODY = JSON.stringify({ company_name: 'Acme', company_url: 'https://acme.example' });

/** Sends headers that fetch does not let anyone set. */
async function statusWith(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const request = httpRequest(url, { method, headers });
  request.end();
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}

describe('a server on loopback', () => {
  it('answers under its own names alone, so that no page can point a name of its own at it', async () => {
    // Act
    const statuses = await Promise.all(
      ['localhost:1', '127.0.0.1', '[::1]:3000', 'evil.example'].map((host) =>
        statusWith(`${open.server.url}/health`, { host }),
      ),
    );

    // Assess
    expect(statuses).toEqual([200, 200, 200, 403]);
  });

  it('takes no change from a page of another origin', async () => {
    // Act
    const foreign = await fetch(`${open.server.url}/pipeline/x/stop`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });

    // Assess
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({ type: 'urn:interview-pipeline:problem:cross-origin' });
  });

  it('refuses a public address without a token', async () => {
    // Prepare
    const data = dataFolder(await runsFolder());

    // Act
    const refused = startLocalServer({ data, host: '0.0.0.0', port: 0, allow_hosts: [] });

    // Assess
    await expect(refused).rejects.toThrow(ConfigurationError);
  });

  it('says which port is taken when it was named', async () => {
    // Prepare
    const data = dataFolder(await runsFolder());
    const port = Number(new URL(open.server.url).port);

    // Act
    const refused = startLocalServer({ data, host: '127.0.0.1', port, allow_hosts: [] });

    // Assess
    await expect(refused).rejects.toThrow(String(port));
  });
});

describe('a server with a token', () => {
  it('answers as the gateway does without it, and as ever with it', async () => {
    // Act
    const answers = await Promise.all([
      fetch(`${guarded.server.url}/pipeline`),
      fetch(`${guarded.server.url}/pipeline`, { headers: { authorization: 'Bearer secret-2' } }),
      fetch(`${guarded.server.url}/pipeline`, { headers: { authorization: 'Bearer secret-1' } }),
      fetch(`${guarded.server.url}/health`),
    ]);

    // Assess
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 200, 200]);
    expect(await answers[0].json()).toEqual({ message: 'Unauthorized' });
  });
});

describe('what the gateway answers by itself', () => {
  it.each(Object.entries(GATEWAY_MESSAGES))('can be had on demand: %s', async (status, message) => {
    // Act
    const response = await fetch(`${open.server.url}/pipeline`, { headers: { 'x-gateway-error': status } });

    // Assess
    expect([response.status, await response.json()]).toEqual([Number(status), { message }]);
  });

  it('comes of itself to a body that is far too large; one that is too large for the routes is a problem', async () => {
    // Act
    const [far, little] = await Promise.all(
      [11_000_000, MAX_REQUEST_BODY_BYTES + 1].map((bytes) =>
        fetch(`${open.server.url}/pipeline`, { method: 'POST', headers: JSON_TYPE, body: ' '.repeat(bytes) }),
      ),
    );

    // Assess
    expect([far?.status, await far?.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
    expect([little?.status, little?.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  });
});

it('answers 429 with Retry-After when there is no room for another run, and leaves no row behind', async () => {
  // Act
  const refused = await fetch(`${full.server.url}/pipeline`, { method: 'POST', headers: JSON_TYPE, body: BODY });
  const listed = await full.api.GET('/pipeline');

  // Assess
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 5]);
  expect(await refused.json()).toMatchObject({ type: 'urn:interview-pipeline:problem:too-many-runs' });
  expect(listed.data?.runs).toEqual([]);
});
