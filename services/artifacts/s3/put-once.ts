import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { ArtifactPointer } from '../../../contracts/index.ts';
import { TransientUpstreamError } from '../../../contracts/index.ts';
import { callAws } from '../../aws/call-aws.ts';
import { headObject, readObject, SHA256_METADATA } from './objects.ts';
import { readBody } from './read-body.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { objectCall } from './s3-bucket.ts';

/** Rounds of writing and looking: a race is over when one writer is done, so the second round finds its object; more are for deletions in between. */
const MAX_ROUNDS = 4;

/** Longest wait after the first lost race, in milliseconds; doubled each round, and random, so that writers part: at most 0.7 s in all. */
const RACE_WAIT_MS = 100;

/** HTTP statuses with which S3 answers a PutObject that may not replace: there is one already, or another writer is at it. */
const OUTCOMES: Readonly<Record<number, 'exists' | 'race'>> = { 412: 'exists', 409: 'race' };

/** An artifact that is to be written. */
export interface NewArtifact {
  readonly key: string;
  readonly body: Uint8Array;
  readonly content_type: string;
}

/**
 * Writes an object under a key that has none (`If-None-Match: *`); S3 verifies the checksum on arrival. When there is one already, its
 * pointer is given.
 *
 * @throws TransientUpstreamError when writers and deletions keep meeting
 */
export async function putObjectOnce(target: S3Bucket, artifact: NewArtifact): Promise<ArtifactPointer> {
  const { key, body } = artifact;
  const sha256 = createHash('sha256').update(body).digest('hex');
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (round > 0) await sleep(Math.random() * RACE_WAIT_MS * 2 ** (round - 1));
    const outcome = await tryPut(target, artifact, sha256);
    if (outcome === 'written') return { key, sha256, bytes: body.byteLength };
    const present = outcome === 'exists' ? await pointerOf(target, key) : undefined;
    if (present !== undefined) return present;
  }
  throw new TransientUpstreamError(`Object ${target.bucket}/${key} is being written and deleted by others; try again.`);
}

async function tryPut(
  target: S3Bucket,
  { key, body, content_type }: NewArtifact,
  sha256: string,
): Promise<'written' | 'exists' | 'race'> {
  const command = new PutObjectCommand({
    Bucket: target.bucket,
    Key: key,
    Body: body,
    ContentType: content_type,
    ContentLength: body.byteLength,
    IfNoneMatch: '*',
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    Metadata: { [SHA256_METADATA]: sha256 },
  });
  return callAws(objectCall(target, 's3:PutObject', key), target.call_ms, async (options) => {
    try {
      await target.client.send(command, options);
      return 'written';
    } catch (error) {
      const outcome = error instanceof S3ServiceException ? OUTCOMES[error.$metadata.httpStatusCode ?? 0] : undefined;
      if (outcome === undefined) throw error;
      return outcome;
    }
  });
}

/** The pointer to the present object; one that another program put there has no checksum beside it, which is then taken from its bytes. */
async function pointerOf(target: S3Bucket, key: string): Promise<ArtifactPointer | undefined> {
  const head = await headObject(target, key);
  if (head?.sha256 !== undefined) return { key, sha256: head.sha256, bytes: head.bytes };
  return readObject(target, {
    key,
    read: async ({ Body, ContentLength = 0 }) => {
      const { sha256, bytes } = await readBody(Body, ContentLength);
      return { key, sha256, bytes };
    },
  });
}
