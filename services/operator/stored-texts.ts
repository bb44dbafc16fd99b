import type { S3Client } from '@aws-sdk/client-s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { askAws } from './ask-aws.ts';

/** Reads a text that a run has stored. Throws `PermissionDeniedError`, `ConfigurationError` when it is not there, `TransientUpstreamError`. */
export type ReadStoredText = (bucket: string, key: string) => Promise<string>;

/** Texts by S3. */
export function createReadStoredText(client: S3Client): ReadStoredText {
  return (Bucket, Key) =>
    askAws({ action: 's3:GetObject', resource: `arn:aws:s3:::${Bucket}/${Key}` }, async (options) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), options);
      return (await Body?.transformToString('utf-8')) ?? '';
    });
}
