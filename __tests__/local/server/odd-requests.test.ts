import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { localApi } from '../../support/local-api.ts';

const { server } = await localApi();
const { hostname, port, host } = new URL(server.url);

/** Sends bytes as they are and gives the status and the body of the first answer. */
async function send(head: string, body: string | Buffer = ''): Promise<{ status: number; answer: string }> {
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`${head}\r\nHost: ${host}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`);
  socket.write(body);
  const answer = await text(socket);
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]), answer };
}

const JSON_HEAD = 'POST /pipeline HTTP/1.1\r\nContent-Type: application/json';

describe('a local server', () => {
  it.each(['//health', '//evil.example/pipeline', '/pipeline/%2e%2e%2f%2e%2e', '/console/../../package.json', '*'])(
    'has nothing at %s',
    async (path) => {
      // Act
      const { status } = await send(`GET ${path} HTTP/1.1`);

      // Assess
      expect([403, 404]).toContain(status);
    },
  );

  it('refuses a body that is not UTF-8 instead of changing it', async () => {
    // Act
    const body = Buffer.from('{"company_name":"Müller","company_url":"https://acme.example"}', 'latin1');
    const { status, answer } = await send(JSON_HEAD, body);

    // Assess
    expect(status).toBe(400);
    expect(answer).toContain('The body is not encoded in UTF-8.');
  });

  it.each(['A\\u0000B', 'A\\u001b[2J', '\\ud800', 'A\\nB'])('takes no name of a company like %s', async (name) => {
    // Act
    const { status, answer } = await send(JSON_HEAD, `{"company_name":"${name}","company_url":"https://acme.example"}`);

    // Assess
    expect(status).toBe(400);
    expect(answer).toContain('"field":"company_name","message":"must be one line without control characters"');
  });

  it('goes on when callers leave in the middle', async () => {
    // Act
    const sockets = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        socket.write(`${JSON_HEAD}\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\n{"company`);
        return socket;
      }),
    );
    for (const socket of sockets) socket.resetAndDestroy();
    const { status } = await send('GET /health HTTP/1.1');

    // Assess
    expect(status).toBe(200);
  });
});
