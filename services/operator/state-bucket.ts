import type { S3Client } from '@aws-sdk/client-s3';
import {
  DeleteObjectCommand,
  GetBucketEncryptionCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import { awsErrorName } from '../aws/aws-error-name.ts';
import type { AwsCall } from '../aws/map-aws-error.ts';
import { askAws } from './ask-aws.ts';

/** The error of a redirect, as the SDK makes it. */
const Redirect = z.object({
  $metadata: z.object({ httpStatusCode: z.number().int().min(300).max(399) }),
  $response: z.object({ headers: z.object({ 'x-amz-bucket-region': z.string() }) }),
});

/** What becomes of an attempt to lock. */
export type LockOutcome = 'free' | 'held';

/** The bucket that holds Terraform's state. Every call throws `PermissionDeniedError`, `ConfigurationError` when there is no such bucket, `TransientUpstreamError`. */
export interface StateBucket {
  /** Where it is; undefined when S3 does not say. */
  region(bucket: string): Promise<string | undefined>;
  /** `Enabled`, `Suspended` or `Off`. */
  versioning(bucket: string): Promise<string>;
  /** `AES256`, `aws:kms`, `aws:kms:dsse`; undefined when nothing is set. */
  encryption(bucket: string): Promise<string | undefined>;
  /** The ways to the public that are not blocked, of the four there are. */
  openToPublic(bucket: string): Promise<readonly string[]>;
  /** Writes the lock as Terraform does, only if there is none, and removes its own again at once. */
  tryLock(bucket: string, key: string, content: string): Promise<LockOutcome>;
}

/** The bucket of the state, by S3. */
export function createStateBucket(client: S3Client): StateBucket {
  return {
    region: (bucket) => region(client, bucket),
    versioning: (Bucket) =>
      askAws(bucketCall('GetBucketVersioning', Bucket), async (options) => {
        const { Status = 'Off' } = await client.send(new GetBucketVersioningCommand({ Bucket }), options);
        return Status;
      }),
    encryption: (bucket) => encryption(client, bucket),
    openToPublic: (bucket) => openToPublic(client, bucket),
    tryLock: (bucket, key, content) => tryLock(client, bucket, key, content),
  };
}

async function region(client: S3Client, Bucket: string): Promise<string | undefined> {
  return askAws(bucketCall('ListBucket', Bucket), async (options) => {
    try {
      const { BucketRegion } = await client.send(new HeadBucketCommand({ Bucket }), options);
      return BucketRegion;
    } catch (error) {
      const elsewhere = redirectedTo(error);
      if (elsewhere === undefined) throw error;
      return elsewhere;
    }
  });
}

/** A bucket of another region answers with a redirect that names it in a header alone. */
function redirectedTo(error: unknown): string | undefined {
  const parsed = Redirect.safeParse(error);
  return parsed.success ? parsed.data.$response.headers['x-amz-bucket-region'] : undefined;
}

async function encryption(client: S3Client, Bucket: string): Promise<string | undefined> {
  const found = await askAws(bucketCall('GetEncryptionConfiguration', Bucket), (options) =>
    unless(
      'ServerSideEncryptionConfigurationNotFoundError',
      client.send(new GetBucketEncryptionCommand({ Bucket }), options),
    ),
  );
  return found?.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm;
}

async function openToPublic(client: S3Client, Bucket: string): Promise<readonly string[]> {
  const found = await askAws(bucketCall('GetBucketPublicAccessBlock', Bucket), (options) =>
    unless('NoSuchPublicAccessBlockConfiguration', client.send(new GetPublicAccessBlockCommand({ Bucket }), options)),
  );
  const block = found?.PublicAccessBlockConfiguration;
  return (['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const).filter(
    (way) => block?.[way] !== true,
  );
}

async function tryLock(client: S3Client, Bucket: string, Key: string, Body: string): Promise<LockOutcome> {
  const resource = `arn:aws:s3:::${Bucket}/${Key}`;
  try {
    await askAws({ action: 's3:PutObject', resource }, (options) =>
      client.send(
        new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*', ContentType: 'application/json' }),
        options,
      ),
    );
  } catch (error) {
    if (awsErrorName(error) === 'PreconditionFailed') return 'held';
    throw error;
  }
  await askAws({ action: 's3:DeleteObject', resource }, (options) =>
    client.send(new DeleteObjectCommand({ Bucket, Key }), options),
  );
  return 'free';
}

/** An error that is an answer: nothing is configured. */
async function unless<Answer>(name: string, answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}

function bucketCall(operation: string, bucket: string): AwsCall {
  return { action: `s3:${operation}`, resource: `arn:aws:s3:::${bucket}` };
}
