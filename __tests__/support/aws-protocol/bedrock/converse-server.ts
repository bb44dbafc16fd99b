import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Mishap } from '../mishap.ts';
import { answerWithMishap, JSON_TYPE, sendError } from '../mishap.ts';
import { ConverseRequest } from './converse-request.ts';

/** What a model on the server says. */
export interface ModelReply {
  readonly text: string;
  readonly stopReason?: string;
}

/** A model behind the server. `call` counts from 0. */
export type ServedModel = (request: ConverseRequest, call: number) => ModelReply;

/** A call that came. */
export interface ConverseCall {
  readonly model_id: string;
  readonly request: ConverseRequest;
}

/** Bedrock on loopback. */
export interface ConverseServer {
  readonly endpoint: string;
  /** Every call that kept to the limits and reached a model. */
  readonly calls: readonly ConverseCall[];
  /** Every request, mishaps included. */
  requests(): number;
  /** Lets the next requests go wrong, one mishap each. */
  mishap(...mishaps: readonly Mishap[]): void;
  close(): Promise<void>;
}

/** Tokens that every call of the server is said to take. */
export const TOKENS_A_CALL = { inputTokens: 1_000, outputTokens: 200, totalTokens: 1_200 } as const;

/** Milliseconds that every call of the server is said to take. */
export const LATENCY_A_CALL_MS = 1_500;

/** Serves Converse on loopback: requests are held against the documented limits, answers have the documented shape, with a thought before each. */
export async function serveConverse(model: ServedModel): Promise<ConverseServer> {
  const calls: ConverseCall[] = [];
  const mishaps: Mishap[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      sendError(response, 500, 'InternalServerException', String(error)),
    );
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    const model_id = modelIdOf(request);
    const body = await text(request);
    const mishap = mishaps.shift();
    if (mishap?.kind === 'error' || mishap?.kind === 'hang') return answerWithMishap(response, mishap, '');
    const parsed = ConverseRequest.safeParse(JSON.parse(body));
    if (!parsed.success) return sendError(response, 400, 'ValidationException', parsed.error.message);
    calls.push({ model_id, request: parsed.data });
    const output = JSON.stringify(outputOf(parsed.data, model(parsed.data, calls.length - 1)));
    if (mishap !== undefined) return answerWithMishap(response, mishap, output);
    response.writeHead(200, { 'content-type': JSON_TYPE }).end(output);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    requests: () => requests,
    mishap: (...more) => mishaps.push(...more),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function outputOf({ toolConfig }: ConverseRequest, { text: said, stopReason }: ModelReply): unknown {
  const name = toolConfig?.toolChoice.tool.name;
  const answer =
    name === undefined ? { text: said } : { toolUse: { toolUseId: 'tool-1', name, input: JSON.parse(said) } };
  const thought = {
    reasoningContent: { reasoningText: { text: '{"sections": "a thought, not an answer"}', signature: 'c2ln' } },
  };
  return {
    output: { message: { role: 'assistant', content: said === '' ? [] : [thought, answer] } },
    stopReason: stopReason ?? (name === undefined ? 'end_turn' : 'tool_use'),
    usage: TOKENS_A_CALL,
    metrics: { latencyMs: LATENCY_A_CALL_MS },
  };
}

function modelIdOf({ url, method, headers }: IncomingMessage): string {
  const path = /^\/model\/([^/]+)\/converse$/.exec(url ?? '');
  if (method !== 'POST' || !path) throw new Error(`No request of Converse: ${method} ${url}`);
  if (!/^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[^/]+\/bedrock\/aws4_request,/.test(headers.authorization ?? ''))
    throw new Error('No signature for bedrock');
  return decodeURIComponent(path[1] ?? '');
}
