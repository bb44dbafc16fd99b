import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { JSON_TYPE, sendError } from '../mishap.ts';
import type { AccountFacts } from './account-facts.ts';
import { accountFacts } from './account-facts.ts';
import type { AccountAnswer } from './account-operations.ts';
import { answerOf } from './account-operations.ts';

/** An account on loopback: STS, the control plane of Bedrock, Service Quotas, Step Functions, CloudWatch and the price list at one endpoint. */
export interface AccountServer {
  /** Credentials and endpoints, as variables of the SDK; nothing of whoever runs the tests. */
  readonly variables: Readonly<Record<string, string>>;
  /** IAM actions that were asked for, in their order. */
  readonly actions: readonly string[];
  close(): Promise<void>;
}

const SERVICES = ['STS', 'BEDROCK', 'SERVICE_QUOTAS', 'SFN', 'CLOUDWATCH', 'PRICING'] as const;

/** Serves an account; `denied` are the IAM actions that it refuses. */
export async function serveAccount(
  facts: Partial<AccountFacts> = {},
  denied: readonly string[] = [],
): Promise<AccountServer> {
  const account = accountFacts(facts);
  const actions: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendError(response, 500, 'InternalFailure', String(error)));
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { action, ...given } = answerOf(account, request, await text(request));
    actions.push(action);
    if (denied.includes(action)) return refuse(response, action);
    send(response, given);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    variables: Object.fromEntries(SERVICES.map((name) => [`AWS_ENDPOINT_URL_${name}`, endpoint])),
    actions,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(response: ServerResponse, { status, type = JSON_TYPE, body }: Omit<AccountAnswer, 'action'>): void {
  response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));
}

function refuse(response: ServerResponse, action: string): void {
  const message = `User: arn:aws:iam::111122223333:user/somebody is not authorized to perform: ${action}`;
  sendError(response, 403, 'AccessDeniedException', message);
}
