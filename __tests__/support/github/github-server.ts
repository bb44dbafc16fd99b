import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A comment as GitHub keeps it. */
export interface KeptComment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: 'Bot' | 'User' };
  readonly html_url: string;
}

/** A server on loopback that keeps the comments of one pull request as GitHub's API does. */
export interface GithubServer {
  readonly url: string;
  readonly comments: KeptComment[];
  readonly close: () => void;
}

const TOKEN = 'token-of-the-run';

/** What a client has to send as its token. */
export const GITHUB_TOKEN = TOKEN;

/** Starts the server for pull request 7 of `owner/name`, with comments that are there already. */
export async function githubServer(
  existing: readonly Omit<KeptComment, 'id' | 'html_url'>[] = [],
): Promise<GithubServer> {
  const comments: KeptComment[] = [];
  const add = (body: string, user: KeptComment['user']): KeptComment => {
    const id = comments.length + 1;
    const comment = { id, body, user, html_url: `https://github.example/owner/name/pull/7#issuecomment-${id}` };
    comments.push(comment);
    return comment;
  };
  for (const { body, user } of existing) add(body, user);
  const server = createServer((request, response) => {
    void answer(request, comments, add).then(({ status, body }) => send(response, status, body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, close: () => server.close() };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function answer(
  request: IncomingMessage,
  comments: KeptComment[],
  add: (body: string, user: KeptComment['user']) => KeptComment,
): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://loopback');
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return { status: 401, body: { message: 'Bad credentials' } };
  if (request.method === 'GET' && pathname === '/repos/owner/name/issues/7/comments') {
    const [size, page] = [Number(searchParams.get('per_page')), Number(searchParams.get('page'))];
    return { status: 200, body: comments.slice((page - 1) * size, page * size) };
  }
  const { body } = (await json(request)) as { body: string };
  // GitHub's limit of a comment.
  if (body.length > 65_536) return { status: 422, body: { message: 'Body is too long (maximum is 65536 characters)' } };
  if (request.method === 'POST' && pathname === '/repos/owner/name/issues/7/comments') {
    return { status: 201, body: add(body, { type: 'Bot' }) };
  }
  const found = comments.find(({ id }) => pathname === `/repos/owner/name/issues/comments/${id}`);
  if (request.method !== 'PATCH' || found === undefined) return { status: 404, body: { message: 'Not Found' } };
  found.body = body;
  return { status: 200, body: found };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
