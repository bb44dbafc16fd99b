import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Mishap } from './mishap.ts';
import { answerWithMishap, JSON_TYPE, sendError } from './mishap.ts';

/** An error that the service answers with. */
export class ServiceError extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

/** The operations of a service by their names: parsed JSON in, JSON out; throws {@link ServiceError}. */
export type Operations = Readonly<Record<string, (input: never) => unknown>>;

/** What a service is called on the wire. */
export interface ServiceIdentity {
  /** Before the operation's name in `X-Amz-Target`. */
  readonly target: string;
  /** In the scope of the signature. */
  readonly signing_name: string;
}

/** A request that came. */
export interface ReceivedRequest {
  readonly operation: string;
  readonly input: unknown;
}

/** A service on loopback. */
export interface AwsJsonServer {
  readonly endpoint: string;
  /** Every request that came, mishaps included. */
  readonly requests: readonly ReceivedRequest[];
  /** Lets the next requests of an operation go wrong, one mishap each. */
  mishap(operation: string, ...mishaps: readonly Mishap[]): void;
  close(): Promise<void>;
}

/** Serves the JSON protocol of AWS on loopback: one POST an operation, named in a header, signed with Signature Version 4. */
export async function serveAwsJson(identity: ServiceIdentity, operations: Operations): Promise<AwsJsonServer> {
  const requests: ReceivedRequest[] = [];
  const mishaps = new Map<string, Mishap[]>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendError(response, 500, 'InternalFailure', String(error)));
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = operationOf(request, identity);
    const body = await text(request);
    const input: unknown = JSON.parse(body);
    requests.push({ operation, input });
    const mishap = mishaps.get(operation)?.shift();
    if (mishap?.kind === 'error' || mishap?.kind === 'hang') return answerWithMishap(response, mishap, '');
    try {
      const output = JSON.stringify(await callOperation(operations, operation, input));
      if (mishap !== undefined) return await answerWithMishap(response, mishap, output);
      response.writeHead(200, { 'content-type': JSON_TYPE }).end(output);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      sendError(response, error.status, error.type, error.message);
    }
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    mishap: (operation, ...more) => mishaps.set(operation, [...(mishaps.get(operation) ?? []), ...more]),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function callOperation(operations: Operations, name: string, input: unknown): unknown {
  const operation = operations[name];
  if (operation === undefined) throw new ServiceError('UnknownOperationException', `${name} is not served`);
  return operation(input as never);
}

function operationOf({ headers, method }: IncomingMessage, { target, signing_name }: ServiceIdentity): string {
  const named = String(headers['x-amz-target']);
  const signed = new RegExp(`^AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/[^/]+/${signing_name}/aws4_request,`);
  if (method !== 'POST' || !named.startsWith(`${target}.`))
    throw new Error(`No request of ${target}: ${method} ${named}`);
  if (!signed.test(headers.authorization ?? '')) throw new Error(`No signature for ${signing_name}`);
  return named.slice(target.length + 1);
}
