import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A function: its published versions with the time of each, and where its alias points. */
export interface ServedFunction {
  readonly versions: Readonly<Record<string, string>>;
  live: string;
}

/** Lambda's protocol on loopback, as far as versions and aliases go. */
export interface LambdaServer {
  readonly endpoint: string;
  readonly functions: Readonly<Record<string, ServedFunction>>;
  /** Requests that changed something, as `PUT name 4`. */
  readonly changes: readonly string[];
  /** Answers with an error in place of moving the alias of a function. */
  refuse(name: string, status: number, type: string, message: string): void;
  close(): Promise<void>;
}

/** Entries of a page of versions; Lambda gives up to 50. */
const PAGE = 2;

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body: object;
}

/** Serves functions by their ARNs. */
export async function serveLambda(functions: Readonly<Record<string, ServedFunction>>): Promise<LambdaServer> {
  const changes: string[] = [];
  const refusals = new Map<string, Answer>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://lambda');
    const [, , , arn = '', what] = url.pathname.split('/').map(decodeURIComponent);
    const body = await text(request);
    const { status, type, body: answer } = signed(request.headers.authorization) ?? answerTo(arn, what, url, body);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(type === undefined ? {} : { 'x-amzn-errortype': type }),
    });
    response.end(JSON.stringify(answer));
  });
  function answerTo(arn: string, what: string | undefined, url: URL, body: string): Answer {
    const name = arn.split(':').at(-1) ?? '';
    const found = functions[arn];
    if (found === undefined) return failure(404, 'ResourceNotFoundException', `Function not found: ${arn}`);
    if (what === 'versions') return { status: 200, body: page(arn, found, url.searchParams.get('Marker')) };
    if (body === '') return { status: 200, body: aliasOf(found) };
    const refusal = refusals.get(name);
    if (refusal !== undefined) return refusal;
    const { FunctionVersion, RevisionId } = JSON.parse(body) as { FunctionVersion: string; RevisionId: string };
    if (RevisionId !== aliasOf(found).RevisionId)
      return failure(412, 'PreconditionFailedException', 'The Revision Id provided does not match the latest');
    found.live = FunctionVersion;
    changes.push(`PUT ${name} ${FunctionVersion}`);
    return { status: 200, body: aliasOf(found) };
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    functions,
    changes,
    refuse: (name, status, type, message) => refusals.set(name, failure(status, type, message)),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function signed(authorization: string | undefined): Answer | undefined {
  if (authorization?.includes('/lambda/aws4_request')) return undefined;
  return failure(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
}

function failure(status: number, type: string, message: string): Answer {
  return { status, type, body: { Type: 'User', message } };
}

function aliasOf({ live }: ServedFunction) {
  return { Name: 'live', FunctionVersion: live, RevisionId: `revision-of-${live}` };
}

function page(arn: string, { versions }: ServedFunction, marker: string | null) {
  const all = [['$LATEST', '2026-11-22T12:00:00.000+0000'], ...Object.entries(versions)];
  const from = Number(marker ?? 0);
  return {
    Versions: all.slice(from, from + PAGE).map(([Version, LastModified]) => ({
      FunctionArn: `${arn}:${Version}`,
      Version,
      LastModified,
      CodeSha256: `hash of ${Version}`,
    })),
    ...(from + PAGE < all.length ? { NextMarker: String(from + PAGE) } : {}),
  };
}
