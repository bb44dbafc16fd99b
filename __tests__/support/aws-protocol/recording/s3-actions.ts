import type { AskedAction, WireRequest } from './asked-action.ts';

const LIST_BUCKET = 's3:ListBucket';

/** S3 names no operation: method and query tell it. HEAD is allowed by GetObject, a form by PutObject; that an object is absent is told to those alone who may list the bucket. */
export function s3Actions(request: WireRequest): readonly AskedAction[] {
  const { method, url, headers, body } = request;
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, bucket = '', ...path] = decodeURIComponent(pathname).split('/');
  const isForm = headers['content-type']?.startsWith('multipart/form-data') ?? false;
  const key = isForm ? (/name="key"\r\n\r\n([^\r]+)/.exec(body.toString('latin1'))?.[1] ?? '') : path.join('/');
  const bucketArn = `arn:aws:s3:::${bucket}`;
  const onObject = (action: string, name: string): AskedAction => ({
    action,
    on: name.split('/')[0] ?? '',
    arn: `${bucketArn}/${name}`,
  });
  const onBucket = (action: string): AskedAction => ({ action, on: 'artifacts-bucket', arn: bucketArn });
  if (isForm || method === 'PUT') return [onObject('s3:PutObject', key)];
  if (method === 'POST' && searchParams.has('delete'))
    return deletedKeys(body).map((name) => onObject('s3:DeleteObjectVersion', name));
  if (searchParams.has('versions')) return [onBucket('s3:ListBucketVersions')];
  if (searchParams.has('list-type')) return [onBucket(LIST_BUCKET)];
  const read = onObject(searchParams.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject', key);
  return request.answered === 404 ? [read, onBucket(LIST_BUCKET)] : [read];
}

function deletedKeys(body: Buffer): readonly string[] {
  return [...body.toString().matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key);
}
