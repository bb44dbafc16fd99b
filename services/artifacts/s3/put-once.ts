import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { ArtifactPointer } from '../../../contracts/index.ts';
import { TransientUpstreamError } from '../../../contracts/index.ts';
import { callAws } from '../../aws/call-aws.ts';
import type { NewArtifact } from './new-artifact.ts';
import { headObject, readObject, SHA256_METADATA } from './objects.ts';
import { readBody } from './read-body.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { objectCall } from './s3-bucket.ts';

/**
 * Rounds of writing and looking: a race is over when one writer is done, so the second round finds its object; more are for deletions in between, and for streams that did
 * not arrive, which the SDK cannot send again by itself.
 */
const MAX_ROUNDS = 4;

/** Longest wait after the first lost race, in milliseconds; doubled each round, and random, so that writers part: at most 0.7 s in all. */
const RACE_WAIT_MS = 100;

/** HTTP statuses with which S3 answers a PutObject that may not replace: there is one already, or another writer is at it. */
const OUTCOMES: Readonly<Record<number, 'exists' | 'race'>> = { 412: 'exists', 409: 'race' };

/**
 * Writes an object under a key that has none (`If-None-Match: *`); S3 verifies the checksum on arrival. When there is one already, its
 * pointer is given.
 *
 * @throws TransientUpstreamError when writers and deletions keep meeting
 * @throws RejectedInputError when a stream is not what was announced
 */
export async function putObjectOnce(target: S3Bucket, artifact: NewArtifact): Promise<ArtifactPointer> {
  const { key, bytes, sha256 } = artifact;
  let failure = new TransientUpstreamError(
    `Object ${target.bucket}/${key} is being written and deleted by others; try again.`,
  );
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (round > 0) await sleep(Math.random() * RACE_WAIT_MS * 2 ** (round - 1));
    const outcome = await tryPut(target, artifact).catch((error: unknown) => {
      if (!artifact.is_streamed || !(error instanceof TransientUpstreamError)) throw error;
      failure = error;
      return 'failed' as const;
    });
    if (outcome === 'written') return { key, sha256, bytes };
    const present = outcome === 'exists' ? await pointerOf(target, key) : undefined;
    if (present !== undefined) return present;
  }
  throw failure;
}

async function tryPut(target: S3Bucket, artifact: NewArtifact): Promise<'written' | 'exists' | 'race'> {
  const { key, bytes, sha256, content_type } = artifact;
  return callAws(objectCall(target, 's3:PutObject', key), target.call_ms, async ({ abortSignal }) => {
    const body = artifact.open();
    const broken = failureOf(body);
    const command = new PutObjectCommand({
      Bucket: target.bucket,
      Key: key,
      Body: body,
      ContentType: content_type,
      ContentLength: bytes,
      IfNoneMatch: '*',
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      Metadata: { [SHA256_METADATA]: sha256 },
    });
    try {
      await target.client.send(command, { abortSignal: AbortSignal.any([abortSignal, broken.signal]) });
      return 'written';
    } catch (error) {
      if (broken.signal.aborted) throw broken.signal.reason;
      const outcome = error instanceof S3ServiceException ? OUTCOMES[error.$metadata.httpStatusCode ?? 0] : undefined;
      if (outcome === undefined) throw error;
      return outcome;
    }
  });
}

/** Aborted when a body that is a stream fails: the SDK pipes it into the request and does not hear of that. */
function failureOf(body: Uint8Array | Readable): AbortController {
  const failure = new AbortController();
  if (body instanceof Readable) body.once('error', (error) => failure.abort(error));
  return failure;
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
