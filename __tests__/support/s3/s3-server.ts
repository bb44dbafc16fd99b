import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { AwsClientSettings } from '../../../services/aws-services.ts';
import { BucketVersions } from './bucket-versions.ts';
import type { S3Answer, S3Context, S3Request } from './operations.ts';
import {
  deleteObject,
  deleteObjects,
  getObject,
  listObjects,
  listObjectVersions,
  postObject,
  putObject,
} from './operations.ts';
import { S3Error } from './s3-error.ts';
import { xmlDocument } from './xml.ts';

/** How a server is set up. */
export interface S3ServerOptions {
  /** True unless told otherwise. */
  readonly versioned?: boolean;
  /** Entries of a page of a listing; S3 gives up to 1,000. */
  readonly page_size?: number;
  /** Name of the one bucket. */
  readonly bucket?: string;
  /** The time of day by which forms end; the system's unless told otherwise. */
  readonly now?: () => Date;
}

/** Comes before the answer to a request: an S3Answer or an S3Error in its place, or undefined to let it pass. */
export type S3Interception = (request: S3Request) => S3Answer | S3Error | undefined;

/** The part of S3's protocol that the adapters speak, on loopback, with one bucket. */
export interface S3Server {
  readonly settings: AwsClientSettings & { readonly endpoint: string };
  readonly bucket: string;
  readonly versions: BucketVersions;
  /** Requests that came, as `PUT key`. */
  readonly requests: readonly string[];
  /** Lets requests go wrong. */
  intercept(interception: S3Interception): void;
  close(): Promise<void>;
}

const SECRET = 'a made-up secret';
const BUCKET = 'artifacts-under-test';

/** Starts a server with an empty bucket. */
export async function startS3Server(options: S3ServerOptions = {}): Promise<S3Server> {
  const { versioned = true, page_size = 1_000, bucket = BUCKET, now = () => new Date() } = options;
  const versions = new BucketVersions({ versioned });
  const requests: string[] = [];
  let interception: S3Interception = () => undefined;
  const context: S3Context = { versions, bucket, secret: SECRET, page_size, now };
  const server = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming);
    requests.push(`${request.method} ${request.key}`);
    send(outgoing, request, await answerOf(context, request, interception));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    settings: {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'loopback-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET },
    },
    bucket,
    versions,
    requests,
    intercept: (next) => {
      interception = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<S3Request> {
  const url = new URL(incoming.url ?? '/', 'http://loopback');
  const [, bucket = '', ...key] = url.pathname.split('/');
  return {
    method: incoming.method ?? '',
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(key.join('/')),
    query: url.searchParams,
    headers: incoming.headers,
    body: await buffer(incoming),
  };
}

async function answerOf(context: S3Context, request: S3Request, intercept: S3Interception): Promise<S3Answer> {
  try {
    const intercepted = intercept(request);
    if (intercepted instanceof S3Error) throw intercepted;
    return intercepted ?? (await carryOut(context, request));
  } catch (error) {
    const { status, code, message } =
      error instanceof S3Error ? error : new S3Error(500, 'InternalError', String(error));
    const body = xmlDocument('Error', { Code: code, Message: message });
    return { status, headers: { 'content-type': 'application/xml' }, body };
  }
}

function carryOut(context: S3Context, request: S3Request): S3Answer | Promise<S3Answer> {
  const { method, bucket, key, query } = request;
  if (bucket !== context.bucket) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
  if (method === 'POST' && key === '' && query.has('delete')) return deleteObjects(context, request);
  if (method === 'POST' && key === '') return postObject(context, request);
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) throw new S3Error(403, 'AccessDenied');
  if (method === 'PUT') return putObject(context, request);
  if (key !== '') return carryOutOnObject(context, request);
  if (method === 'GET' && query.has('versions')) return listObjectVersions(context, request);
  if (method === 'GET' && query.get('list-type') === '2') return listObjects(context, request);
  throw new S3Error(501, 'NotImplemented', `${method} ${key}?${query} is not served`);
}

function carryOutOnObject(context: S3Context, request: S3Request): S3Answer {
  if (request.method === 'GET' || request.method === 'HEAD') return getObject(context, request);
  if (request.method === 'DELETE') return deleteObject(context, request);
  throw new S3Error(501, 'NotImplemented', `${request.method} ${request.key} is not served`);
}

/** Answers to HEAD have no body, so an error is its status alone. */
function send(outgoing: ServerResponse, { method }: S3Request, { status, headers = {}, body = '' }: S3Answer): void {
  outgoing.writeHead(status, headers);
  outgoing.end(method === 'HEAD' ? undefined : body);
}
