import type { IncomingHttpHeaders } from 'node:http';
import type { BucketVersions, ObjectVersion } from './bucket-versions.ts';
import { verifiedChecksums } from './checksums.ts';
import { enforcePostPolicy } from './post-policy.ts';
import { S3Error } from './s3-error.ts';
import { xmlDocument, xmlTexts } from './xml.ts';

/** A request on a bucket, its body read. */
export interface S3Request {
  readonly method: string;
  readonly bucket: string;
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer. */
export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What an operation works on. */
export interface S3Context {
  readonly versions: BucketVersions;
  /** The one bucket that there is. */
  readonly bucket: string;
  readonly secret: string;
  /** Largest page of a listing; S3's is 1,000. */
  readonly page_size: number;
  /** The time of day. */
  readonly now: () => Date;
}

const DEFAULT_TYPE = 'binary/octet-stream';

/** PutObject: `If-None-Match: *` refuses to replace. */
export function putObject({ versions }: S3Context, { key, headers, body }: S3Request): S3Answer {
  // The SDK sends bytes as they are; only streams come in chunks with trailers, and nothing here writes streams.
  if (headers['content-encoding']?.includes('aws-chunked')) throw new S3Error(501, 'NotImplemented', 'aws-chunked');
  const checksums = verifiedChecksums(body, headers);
  if (headers['if-none-match'] === '*' && versions.find(key)) throw new S3Error(412, 'PreconditionFailed');
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  const version = versions.put({
    key,
    body,
    content_type: headers['content-type'] ?? DEFAULT_TYPE,
    headers: { ...checksums, ...Object.fromEntries(metadata.map(([name, value]) => [name, String(value)])) },
  });
  return { status: 200, headers: versionHeader(versions, version) };
}

/** GetObject and HeadObject. */
export function getObject({ versions }: S3Context, { method, key, query, headers }: S3Request): S3Answer {
  const version = versions.find(key, query.get('versionId'));
  if (version?.body === undefined) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  const wantsChecksums = headers['x-amz-checksum-mode'] === 'ENABLED';
  const given = Object.entries(version.headers).filter(([name]) => wantsChecksums || name.startsWith('x-amz-meta-'));
  return {
    status: 200,
    headers: {
      'content-type': version.content_type,
      'content-length': String(version.body.byteLength),
      ...versionHeader(versions, version),
      ...Object.fromEntries(given),
    },
    ...(method === 'HEAD' ? {} : { body: version.body }),
  };
}

/** ListObjectsV2; the token is the last key of the page before. */
export function listObjects({ versions, page_size }: S3Context, { query }: S3Request): S3Answer {
  const after = query.get('continuation-token') ?? '';
  const rest = versions
    .below(query.get('prefix') ?? '')
    .filter(({ latest, body, key }) => latest && body !== undefined && key > after);
  const page = rest.slice(0, page_size);
  return xml('ListBucketResult', {
    IsTruncated: rest.length > page.length,
    KeyCount: page.length,
    NextContinuationToken: rest.length > page.length ? page.at(-1)?.key : undefined,
    Contents: page.map(({ key, body }) => ({ Key: key, Size: body?.byteLength ?? 0 })),
  });
}

/** ListObjectVersions; a page ends between two versions. */
export function listObjectVersions({ versions, page_size }: S3Context, { query }: S3Request): S3Answer {
  const [keyMarker, versionMarker] = [query.get('key-marker'), query.get('version-id-marker')];
  const all = versions.below(query.get('prefix') ?? '');
  const from = all.findIndex(({ key, version_id }) => key === keyMarker && version_id === versionMarker) + 1;
  // The version that the marker names may be deleted by now: then go on behind its key.
  const rest = from > 0 || !keyMarker ? all.slice(from) : all.filter(({ key }) => key >= keyMarker);
  const page = rest.slice(0, page_size);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return xml('ListVersionsResult', {
    IsTruncated: last !== undefined,
    NextKeyMarker: last?.key,
    NextVersionIdMarker: last?.version_id,
    Version: page.filter(({ body }) => body !== undefined).map(versionEntry),
    DeleteMarker: page.filter(({ body }) => body === undefined).map(versionEntry),
  });
}

/** DeleteObject, and DELETE of one version. */
export function deleteObject({ versions }: S3Context, { key, query }: S3Request): S3Answer {
  versions.delete(key, query.get('versionId') ?? undefined);
  return { status: 204 };
}

/** DeleteObjects, which needs a checksum of its body. */
export function deleteObjects({ versions }: S3Context, { headers, body }: S3Request): S3Answer {
  if (Object.keys(verifiedChecksums(body, headers)).length === 0)
    throw new S3Error(400, 'InvalidRequest', 'No checksum');
  const document = body.toString('utf8');
  for (const object of document.match(/<Object>.*?<\/Object>/gs) ?? []) {
    const [key = ''] = xmlTexts(object, 'Key');
    versions.delete(key, xmlTexts(object, 'VersionId')[0]);
  }
  return xml('DeleteResult', {});
}

/** POST of a form, by its policy. */
export async function postObject(
  { versions, secret, now }: S3Context,
  { bucket, headers, body }: S3Request,
): Promise<S3Answer> {
  const type = { 'content-type': headers['content-type'] ?? '' };
  const entries = [...(await new Response(new Uint8Array(body), { headers: type }).formData())];
  const file = entries.find(([name]) => name === 'file')?.[1];
  if (!(file instanceof Blob)) throw new S3Error(400, 'InvalidArgument', 'POST requires exactly one file');
  const fields = Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [])),
  );
  enforcePostPolicy({ bucket, fields, file_bytes: file.size }, secret, now());
  const metadata = Object.entries(fields).filter(([name]) => name.startsWith('x-amz-meta-'));
  const version = versions.put({
    key: fields.key ?? '',
    body: Buffer.from(await file.arrayBuffer()),
    content_type: fields['content-type'] ?? DEFAULT_TYPE,
    headers: Object.fromEntries(metadata),
  });
  return { status: 204, headers: versionHeader(versions, version) };
}

function versionEntry({ key, version_id, latest }: ObjectVersion & { readonly latest: boolean }) {
  return { Key: key, VersionId: version_id, IsLatest: latest };
}

function versionHeader({ versioned }: BucketVersions, { version_id }: ObjectVersion): Record<string, string> {
  return versioned ? { 'x-amz-version-id': version_id } : {};
}

function xml(root: string, content: Parameters<typeof xmlDocument>[1]): S3Answer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: xmlDocument(root, content) };
}
