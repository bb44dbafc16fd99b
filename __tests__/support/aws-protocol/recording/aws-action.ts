import type { IncomingHttpHeaders } from 'node:http';

/** A request to AWS as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Who asked for what: the access key, the IAM action, and what it acts on in the words of `contracts/permissions.ts`. */
export interface AwsAction {
  readonly access_key: string;
  readonly service: string;
  readonly action: string;
  readonly on: string;
}

/** `Credential=KEY/date/region/service/aws4_request`, in the header of a request or in the field of a form. */
const CREDENTIAL = /([A-Za-z0-9]+)\/\d{8}\/[^/]+\/([a-z0-9]+)\/aws4_request/;

/** Tells the action behind a request by its signature and protocol. Throws for a request without signature or of a service it does not know. */
export function awsActionOf(request: WireRequest): AwsAction {
  const form = request.headers['content-type']?.startsWith('multipart/form-data')
    ? request.body.toString('latin1')
    : '';
  const [, access_key, service] = CREDENTIAL.exec(request.headers.authorization ?? form) ?? [];
  if (access_key === undefined || service === undefined)
    throw new Error(`No signature: ${request.method} ${request.url}`);
  return { access_key, service, ...actionOf(service, request) };
}

function actionOf(service: string, request: WireRequest): Pick<AwsAction, 'action' | 'on'> {
  switch (service) {
    case 's3':
      return s3Action(request);
    case 'dynamodb': {
      const { IndexName } = JSON.parse(request.body.toString()) as { IndexName?: string };
      return named('dynamodb', request, IndexName === undefined ? 'sessions-table' : 'owner-index');
    }
    case 'states':
      return named('states', request, targetOf(request) === 'StartExecution' ? 'state-machine' : 'executions');
    case 'ssm':
      return named('ssm', request, 'session-id-secret');
    case 'comprehend':
    case 'textract':
      return named(service, request, '*');
    default:
      throw new Error(`No actions are known of ${service}.`);
  }
}

function named(service: string, request: WireRequest, on: string): Pick<AwsAction, 'action' | 'on'> {
  return { action: `${service}:${targetOf(request)}`, on };
}

function targetOf({ headers }: WireRequest): string {
  return String(headers['x-amz-target']).split('.').at(-1) ?? '';
}

/** S3 names no operation: method and query tell it. HEAD is allowed by GetObject, a form by PutObject. */
function s3Action({ method, url, headers, body }: WireRequest): Pick<AwsAction, 'action' | 'on'> {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, , ...path] = decodeURIComponent(pathname).split('/');
  const isForm = headers['content-type']?.startsWith('multipart/form-data') ?? false;
  const key = isForm ? /name="key"\r\n\r\n([^\r]+)/.exec(body.toString('latin1'))?.[1] : path.join('/');
  const on = key?.split('/')[0] || 'artifacts-bucket';
  const version = searchParams.has('versionId') ? 'Version' : '';
  if (isForm || method === 'PUT') return { action: 's3:PutObject', on };
  if (method === 'POST' && searchParams.has('delete')) return { action: 's3:DeleteObjectVersion', on: prefixIn(body) };
  if (searchParams.has('versions')) return { action: 's3:ListBucketVersions', on };
  if (searchParams.has('list-type')) return { action: 's3:ListBucket', on };
  return { action: `s3:GetObject${version}`, on };
}

/** What the keys of a request that deletes several objects begin with. */
function prefixIn(body: Buffer): string {
  return /<Key>([^/<]+)\//.exec(body.toString())?.[1] ?? 'artifacts-bucket';
}
