import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { AwsAction } from './asked-action.ts';
import { awsActionsOf, signatureOf } from './aws-action.ts';

/** One endpoint for all services, which writes down who asked for what. */
export interface RecordingGateway {
  readonly endpoint: string;
  readonly actions: readonly AwsAction[];
  close(): Promise<void>;
}

/** Starts a gateway that hands each request on to the service that it was signed for; `backends` are the services' endpoints by their names in a signature. */
export async function startRecordingGateway(backends: Readonly<Record<string, string>>): Promise<RecordingGateway> {
  const actions: AwsAction[] = [];
  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(500).end(String(error)));
  });
  async function forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await buffer(incoming);
    const { service } = signatureOf({ method, url, headers, body });
    const backend = backends[service];
    if (backend === undefined) throw new Error(`There is no ${service} here.`);
    const onward = httpRequest(new URL(url, backend), { method, headers });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    const { statusCode: answered = 502 } = answer;
    actions.push(...awsActionsOf({ method, url, headers, body, answered }));
    outgoing.writeHead(answered, answer.headers).end(await buffer(answer));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    actions,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
