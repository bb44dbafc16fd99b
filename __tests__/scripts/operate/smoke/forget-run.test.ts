import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { createApiClient } from '../../../../scripts/operate/smoke/api-client.ts';
import { forgetRun } from '../../../../scripts/operate/smoke/forget-run.ts';

test('waits for a list that follows the table a moment later', async () => {
  // Prepare: an index that shows a deleted row once more
  let looks = 0;
  const server = createServer(({ method }, response) => {
    if (method === 'GET') looks += 1;
    response.end(JSON.stringify({ runs: looks < 2 ? ['run-1'] : [] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const api = createApiClient(new URL(`http://127.0.0.1:${port}`), async ({ headers }) => headers);

  try {
    // Act
    await forgetRun(api, 'run-1');

    // Assess
    expect(looks).toBe(2);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
