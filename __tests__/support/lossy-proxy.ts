import { once } from 'node:events';
import { createServer, request as requestOf } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A proxy on loopback that can lose answers. */
export interface LossyProxy {
  readonly endpoint: string;
  /** Bodies of the requests that came. */
  readonly bodies: readonly string[];
  /** Loses the answer to the next request of a service's operation: the request is carried out, then the connection breaks. */
  loseNextAnswer(operation: string): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of a server of one of AWS's JSON protocols. */
export async function startLossyProxy(endpoint: string): Promise<LossyProxy> {
  const target = new URL(endpoint);
  const bodies: string[] = [];
  let lost: string | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    bodies.push(body.toString('utf8'));
    const { method, url: path, headers } = incoming;
    const forwarded = requestOf({ host: target.hostname, port: target.port, method, path, headers, agent: false });
    forwarded.end(body);
    const [answer] = await once(forwarded, 'response');
    const content = await buffer(answer);
    if (lost !== undefined && String(headers['x-amz-target']).endsWith(`.${lost}`)) {
      lost = undefined;
      incoming.socket.destroy();
    } else outgoing.writeHead(answer.statusCode, answer.headers).end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    loseNextAnswer: (operation) => {
      lost = operation;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
