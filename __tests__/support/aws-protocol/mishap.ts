import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Something that goes wrong with one request, as it does with the real service. */
export type Mishap =
  | { readonly kind: 'error'; readonly status: number; readonly type: string; readonly message?: string }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'hang' }
  /** Half of the answer comes, the rest never, and the connection stays open. */
  | { readonly kind: 'stall' }
  /** The service does what it was asked, and the connection breaks before a byte of the answer. */
  | { readonly kind: 'lose_answer' }
  /** The answer ends in the middle, the connection with it. */
  | { readonly kind: 'cut_connection' }
  /** The answer is complete as HTTP, but half of its JSON is missing. */
  | { readonly kind: 'truncate' }
  | { readonly kind: 'delay'; readonly milliseconds: number };

/** The service says that requests come too fast. */
export const THROTTLED: Mishap = { kind: 'error', status: 400, type: 'ThrottlingException', message: 'Rate exceeded' };

/** The service has a fault of its own. */
export const BROKEN: Mishap = { kind: 'error', status: 500, type: 'InternalServerException', message: 'Oops' };

/** The role may not do this. */
export const DENIED: Mishap = {
  kind: 'error',
  status: 400,
  type: 'AccessDeniedException',
  message: 'User is not authorized to perform this action',
};

/** Answers with what is left of an answer after a mishap. */
export async function answerWithMishap(response: ServerResponse, mishap: Mishap, body: string): Promise<void> {
  switch (mishap.kind) {
    case 'hang':
      await once(response, 'close');
      return;
    case 'stall':
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(body) });
      response.write(body.slice(0, Math.ceil(body.length / 2)));
      await once(response, 'close');
      return;
    case 'lose_answer':
      response.destroy();
      return;
    case 'cut_connection':
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(body) });
      response.write(body.slice(0, Math.ceil(body.length / 2)));
      response.destroy();
      return;
    case 'truncate':
      response.writeHead(200, { 'content-type': JSON_TYPE }).end(body.slice(0, Math.floor(body.length / 2)));
      return;
    case 'delay':
      await sleep(mishap.milliseconds);
      response.writeHead(200, { 'content-type': JSON_TYPE }).end(body);
      return;
    case 'error':
      sendError(response, mishap.status, mishap.type, mishap.message ?? '');
  }
}

/** The content type of the protocol. */
export const JSON_TYPE = 'application/x-amz-json-1.1';

/** Answers with an error in the shape of the JSON protocols. */
export function sendError(response: ServerResponse, status: number, type: string, message: string): void {
  response
    .writeHead(status, { 'content-type': JSON_TYPE, 'x-amzn-errortype': type })
    .end(JSON.stringify({ __type: type, message, Message: message }));
}
