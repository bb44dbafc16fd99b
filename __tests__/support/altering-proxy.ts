import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, request as requestOf } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request with the answer that it got. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly accept: string;
  readonly status: number;
  readonly body: string;
}

/** Changes answers; what it leaves out stays as it is. */
export type Alteration = (exchange: Exchange) => { readonly status?: number; readonly body?: string } | undefined;

/** Answers in place of the server, which is not asked then; requests that it leaves are. */
export type Interception = (
  method: string,
  path: string,
) => { readonly status: number; readonly body: string } | undefined;

/** A proxy on loopback that changes answers. */
export interface AlteringProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a proxy in front of a server, whose requests arrive as they were sent, the name of the host excepted. */
export async function startAlteringProxy(
  endpoint: string,
  alter: Alteration,
  intercept: Interception = () => undefined,
): Promise<AlteringProxy> {
  const target = new URL(endpoint);
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const instead = intercept(method, path);
    if (instead !== undefined) {
      await buffer(incoming);
      outgoing.writeHead(instead.status, { 'content-type': 'application/json' });
      outgoing.end(instead.status === 204 ? undefined : instead.body);
      return;
    }
    const forwarded = requestOf({
      host: target.hostname,
      port: target.port,
      method,
      path,
      headers: { ...headers, host: target.host },
      agent: false,
    });
    forwarded.end(await buffer(incoming));
    const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
    const body = (await buffer(answer)).toString('utf8');
    const exchange = { method, path, accept: headers.accept ?? '', status: answer.statusCode ?? 502, body };
    const { 'content-length': _changed, ...kept } = answer.headers;
    const altered = { status: exchange.status, body, ...alter(exchange) };
    outgoing
      .writeHead(altered.status, kept)
      .end(altered.status === 204 || altered.status === 304 ? undefined : altered.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
