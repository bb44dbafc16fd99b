import { expect, it } from '@jest/globals';
import { localApi } from '../../support/local-api.ts';

const { server } = await localApi();

async function ask(method: string, path: string) {
  const response = await fetch(`${server.url}${path}`, { method });
  // fetch itself asks for the connection to be closed after HEAD.
  const {
    'x-request-id': _id,
    date: _date,
    connection: _connection,
    'keep-alive': _kept,
    ...headers
  } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

it.each(['/', '/console/icon.svg', '/openapi.json'])(
  'tells of %s, which only this server has, everything but the body',
  async (path) => {
    // Act
    const [got, headed] = [await ask('GET', path), await ask('HEAD', path)];

    // Assess
    expect(got.status).toBe(200);
    expect(headed).toEqual({ ...got, body: '' });
    expect(headed.headers['content-length']).toBe(String(Buffer.byteLength(got.body)));
  },
);

it.each([
  ['/health', 'GET'],
  ['/pipeline', 'POST, GET'],
])('refuses HEAD for the route %s as the deployed API does, and says which methods there are', async (path, allow) => {
  // Act
  const { status, headers, body } = await ask('HEAD', path);

  // Assess
  expect([status, headers.allow, headers['content-type'], body]).toEqual([405, allow, 'application/problem+json', '']);
});
