import type { PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { MAX_DOCUMENT_BYTES, RejectedInputError } from '../../../contracts/index.ts';
import { callAws } from '../../aws/call-aws.ts';
import { KNOWN_MEDIA_TYPES } from '../../documents/first-bytes.ts';
import { artifactKeyParts } from '../artifact-key.ts';
import type { PresignedUpload, UploadRequest } from '../document-uploads.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { objectCall } from './s3-bucket.ts';

/** Metadata that the form makes an upload carry: what verifying holds it against, so that nothing else has to remember it. */
export const ANNOUNCED_SHA256_METADATA = 'announced-sha256';

/** Seconds for which a form may be used: an upload of 50 MiB takes 7 minutes at 1 Mbit/s, and S3 checks the time when it begins. */
const UPLOAD_EXPIRY_SECONDS = 300;

/**
 * Signs a form with which one file of exactly this size and type can be uploaded under exactly this key; S3 refuses any other. A
 * presigned PUT could not limit the size. The form ends with {@link UPLOAD_EXPIRY_SECONDS} or with the signer's credentials, and may be
 * used more than once until then, which is why a run pins the version that it read.
 *
 * @throws RejectedInputError for a size or type that is not taken
 */
export async function createPresignedUpload(target: S3Bucket, request: UploadRequest): Promise<PresignedUpload> {
  const expires_at = new Date(Date.now() + UPLOAD_EXPIRY_SECONDS * 1_000).toISOString();
  const { url, fields } = await callAws(objectCall(target, 's3:PutObject', request.key), target.call_ms, () =>
    createPresignedPost(target.client, policyOf(target, request)),
  );
  return { url, fields, expires_at };
}

/** Fields become conditions that must be met to the letter. */
function policyOf({ bucket }: S3Bucket, { key, bytes, content_type, sha256 }: UploadRequest): PresignedPostOptions {
  if (!Number.isInteger(bytes) || bytes < 1 || bytes > MAX_DOCUMENT_BYTES) {
    throw new RejectedInputError(`A document may have 1 to ${MAX_DOCUMENT_BYTES} bytes, not ${bytes}.`);
  }
  if (!KNOWN_MEDIA_TYPES.includes(content_type)) {
    throw new RejectedInputError(
      `Documents of type ${JSON.stringify(content_type.slice(0, 100))} are not taken; these are: ${KNOWN_MEDIA_TYPES.join(', ')}.`,
    );
  }
  return {
    Bucket: bucket,
    Key: artifactKeyParts(key).join('/'),
    Conditions: [['content-length-range', bytes, bytes]],
    Fields: { 'Content-Type': content_type, [`x-amz-meta-${ANNOUNCED_SHA256_METADATA}`]: sha256 },
    Expires: UPLOAD_EXPIRY_SECONDS,
  };
}
