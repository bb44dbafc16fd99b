import type { S3Client } from '@aws-sdk/client-s3';
import { deleteAllVersions } from '../artifacts/s3/delete-prefix.ts';
import { awsErrorName } from '../aws/aws-error-name.ts';
import { OPERATOR_CALL_MS } from './ask-aws.ts';

/** Deletes every version of every object in a bucket, and its delete markers; gives how many objects there were, 0 too when there is no such bucket. */
export type EmptyBucket = (bucket: string) => Promise<number>;

/** Empties buckets by S3. Throws `PermissionDeniedError`, `TransientUpstreamError`; what was deleted before stays deleted, and it can be called again. */
export function createEmptyBucket(client: S3Client): EmptyBucket {
  return async (bucket) => {
    try {
      return await deleteAllVersions({ client, bucket, call_ms: OPERATOR_CALL_MS }, '');
    } catch (error) {
      if (awsErrorName(error) === 'NoSuchBucket') return 0;
      throw error;
    }
  };
}
