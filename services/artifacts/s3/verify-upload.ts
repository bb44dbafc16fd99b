import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { ConfigurationError, MAX_DOCUMENT_BYTES, RejectedInputError } from '../../../contracts/index.ts';
import { FIRST_BYTES, firstBytesProblem } from '../../documents/first-bytes.ts';
import { artifactKeyParts } from '../artifact-key.ts';
import type { VerifiedUpload } from '../document-uploads.ts';
import { readObject } from './objects.ts';
import { ANNOUNCED_SHA256_METADATA } from './presigned-upload.ts';
import { discardBody, inspectBody } from './read-body.ts';
import type { S3Bucket } from './s3-bucket.ts';

/**
 * Verifies the present version of an upload and pins it: its SHA-256 is the announced one and its first bytes are those of its type; the
 * form saw to its exact size. It is read once as a stream, with constant memory.
 *
 * @throws RejectedInputError when it is absent or another file than was announced
 * @throws ConfigurationError when the bucket keeps no versions
 */
export async function verifyUpload(target: S3Bucket, key: string): Promise<VerifiedUpload> {
  const checkedKey = artifactKeyParts(key).join('/');
  const verified = await readObject(target, { key: checkedKey, read: (answer) => verify(target, checkedKey, answer) });
  if (verified === undefined) {
    throw new RejectedInputError(`Nothing was uploaded as ${checkedKey}.`, {
      remedy: 'Upload the document with the form that was given for it, then start the run.',
    });
  }
  return verified;
}

async function verify({ bucket }: S3Bucket, key: string, answer: GetObjectCommandOutput): Promise<VerifiedUpload> {
  const { Body, ContentLength = 0, ContentType = 'none', Metadata, VersionId } = answer;
  const announced = Metadata?.[ANNOUNCED_SHA256_METADATA];
  const fault = faultOf(bucket, key, { bytes: ContentLength, announced, VersionId });
  if (fault !== undefined || VersionId === undefined) {
    discardBody(Body);
    throw fault;
  }
  const { sha256, bytes, start } = await inspectBody(Body, FIRST_BYTES);
  if (sha256 !== announced) throw rejected(key, `its SHA-256 is ${sha256}, not ${announced}`);
  const problem = firstBytesProblem(ContentType, start);
  if (problem !== undefined) throw rejected(key, `it ${problem}`);
  return { key, version_id: VersionId, sha256, bytes, content_type: ContentType };
}

/** What can be told before any of it is read. */
function faultOf(
  bucket: string,
  key: string,
  found: { readonly bytes: number; readonly announced: string | undefined; readonly VersionId: string | undefined },
): Error | undefined {
  if (found.VersionId === undefined) {
    return new ConfigurationError(
      `Bucket ${bucket} keeps no versions, so a document could change while a run reads it.`,
      { remedy: 'Turn versioning on for the bucket.' },
    );
  }
  if (found.announced === undefined) return rejected(key, 'it did not come by a form of this service');
  if (found.bytes > MAX_DOCUMENT_BYTES) return rejected(key, `it has ${found.bytes} bytes`);
  return undefined;
}

function rejected(key: string, why: string): RejectedInputError {
  return new RejectedInputError(`The upload ${key} is not the document that was announced: ${why}.`, {
    remedy: 'Ask for a new upload with the size, type and SHA-256 that the file has.',
  });
}
