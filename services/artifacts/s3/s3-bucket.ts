import type { S3Client } from '@aws-sdk/client-s3';
import type { AwsCall } from '../../aws/map-aws-error.ts';

/** Where artifacts lie and how long a call may take. */
export interface S3Bucket {
  readonly client: S3Client;
  readonly bucket: string;
  /** All attempts of one call and the reading of its answer together, in milliseconds. */
  readonly call_ms: number;
}

/** A call that acts on one object, in the words of a policy. */
export function objectCall({ bucket }: S3Bucket, action: AwsCall['action'], key: string): AwsCall {
  return { action, resource: `object ${bucket}/${key}` };
}

/** A call that acts on the bucket. */
export function bucketCall({ bucket }: S3Bucket, action: AwsCall['action'], prefix: string): AwsCall {
  return { action, resource: `bucket ${bucket}, prefix ${prefix}` };
}
