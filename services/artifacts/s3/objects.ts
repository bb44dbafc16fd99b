import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { GetObjectCommand, HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { callAws } from '../../aws/call-aws.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { objectCall } from './s3-bucket.ts';

/** Name of the metadata that keeps an artifact's checksum: HeadObject gives it without the rights to the key that the checksum mode needs. */
export const SHA256_METADATA = 'sha256';

/** What is known of an object without its body. */
export interface ObjectHead {
  readonly bytes: number;
  readonly content_type: string;
  /** Absent when something else than this store wrote it. */
  readonly sha256: string | undefined;
}

/** Codes with which S3 says that there is no such object; answers to HEAD carry the status alone. */
const ABSENT_CODES: readonly string[] = ['NoSuchKey', 'NoSuchVersion', 'NotFound'];

/** Looks at an object; undefined when there is none. */
export async function headObject(target: S3Bucket, key: string): Promise<ObjectHead | undefined> {
  const command = new HeadObjectCommand({ Bucket: target.bucket, Key: key });
  return callAws(objectCall(target, 's3:GetObject', key), target.call_ms, async (options) => {
    const head = await unlessAbsent(target.client.send(command, options));
    return (
      head && {
        bytes: head.ContentLength ?? 0,
        content_type: head.ContentType ?? 'application/octet-stream',
        sha256: head.Metadata?.[SHA256_METADATA],
      }
    );
  });
}

/** Which object to read, and with what. */
export interface ObjectReading<Result> {
  readonly key: string;
  readonly version_id?: string | undefined;
  /** Reads the body or discards it; counts into the time of the call. */
  readonly read: (answer: GetObjectCommandOutput) => Promise<Result>;
}

/** Opens an object and reads it; undefined when there is none. */
export async function readObject<Result>(
  target: S3Bucket,
  { key, version_id, read }: ObjectReading<Result>,
): Promise<Result | undefined> {
  const command = new GetObjectCommand({ Bucket: target.bucket, Key: key, VersionId: version_id });
  const action = version_id === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
  return callAws(objectCall(target, action, key), target.call_ms, async (options) => {
    const answer = await unlessAbsent(target.client.send(command, options));
    return answer && read(answer);
  });
}

async function unlessAbsent<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && ABSENT_CODES.includes(error.name)) return undefined;
    throw error;
  }
}
