import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import pLimit from 'p-limit';
import type { ArtifactPointer } from '../../../contracts/index.ts';
import { RejectedInputError } from '../../../contracts/index.ts';
import { callAws } from '../../aws/call-aws.ts';
import { artifactKeyParts, artifactPrefixParts } from '../artifact-key.ts';
import type { ArtifactHead, ArtifactLocation, ArtifactStore } from '../artifact-store.ts';
import { readVerified } from '../passing-chunks.ts';
import { deleteAllVersions } from './delete-prefix.ts';
import { newArtifact, newStreamedArtifact } from './new-artifact.ts';
import { headObject, readObject, SHA256_METADATA } from './objects.ts';
import { putObjectOnce } from './put-once.ts';
import { discardBody, readBody, streamOf } from './read-body.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { bucketCall } from './s3-bucket.ts';

/** HeadObject calls at once while listing, which does not give content types: well below the 50 connections of a client. */
const HEADS_AT_ONCE = 16;

/** Artifacts in an S3 bucket, under their own keys. */
export function createS3ArtifactStore(target: S3Bucket): ArtifactStore {
  return {
    putOnce: async (key, body, contentType) =>
      putObjectOnce(target, newArtifact(checkedKey(key), Buffer.from(body), contentType)),
    putStreamOnce: async (key, content, contentType) =>
      putObjectOnce(target, newStreamedArtifact(checkedKey(key), content, contentType)),
    readStream: (pointer, into) => readStream(target, pointer, into),
    get: (pointer) => getVerified(target, pointer),
    find: (key) => find(target, key),
    list: (prefix) => list(target, prefix),
    deletePrefix: async (prefix) => deleteAllVersions(target, checkedPrefix(prefix)),
  };
}

/** An object of another length is refused before any of it is read. */
async function getVerified(target: S3Bucket, pointer: ArtifactLocation): Promise<Uint8Array> {
  const body = await readObject(target, {
    key: checkedKey(pointer.key),
    version_id: pointer.version_id,
    read: async ({ Body, ContentLength = 0 }) => {
      if (ContentLength !== pointer.bytes) {
        discardBody(Body);
        throw differs(pointer, `${pointer.bytes} bytes expected, ${ContentLength} found`);
      }
      const found = await readBody(Body, ContentLength);
      assertChecksum(pointer, found.sha256);
      return found.body;
    },
  });
  if (body === undefined) throw new RejectedInputError(`There is no artifact ${pointer.key}.`);
  return body;
}

async function readStream<Result>(
  target: S3Bucket,
  pointer: ArtifactLocation,
  into: (chunks: AsyncIterable<Uint8Array>) => Promise<Result>,
): Promise<Result> {
  const read = await readObject(target, {
    key: checkedKey(pointer.key),
    version_id: pointer.version_id,
    read: async ({ Body }) => ({ result: await readVerified(streamOf(Body), pointer, into) }),
  });
  if (read === undefined) throw new RejectedInputError(`There is no artifact ${pointer.key}.`);
  return read.result;
}

async function find(target: S3Bucket, key: string): ReturnType<ArtifactStore['find']> {
  return readObject(target, {
    key: checkedKey(key),
    read: async ({ Body, ContentLength = 0, Metadata }) => {
      const { body, sha256, bytes } = await readBody(Body, ContentLength);
      const pointer = { key, sha256: Metadata?.[SHA256_METADATA] ?? sha256, bytes };
      assertChecksum(pointer, sha256);
      return { pointer, body };
    },
  });
}

/** S3 lists in order of the bytes of keys, which are ASCII. */
async function list(target: S3Bucket, prefix: string): Promise<readonly ArtifactHead[]> {
  const keys = await listKeys(target, checkedPrefix(prefix));
  const limit = pLimit(HEADS_AT_ONCE);
  const heads = await limit.map(keys, async (key) => {
    const head = await headObject(target, key);
    return head && { key, bytes: head.bytes, content_type: head.content_type };
  });
  return heads.filter((head) => head !== undefined);
}

async function listKeys(target: S3Bucket, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({ Bucket: target.bucket, Prefix: prefix, ContinuationToken: token });
    const page = await callAws(bucketCall(target, 's3:ListBucket', prefix), target.call_ms, (options) =>
      target.client.send(command, options),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return keys;
}

function assertChecksum(pointer: ArtifactPointer, actual: string): void {
  if (actual !== pointer.sha256) throw differs(pointer, `${pointer.sha256} expected, ${actual} found`);
}

function differs({ key }: ArtifactPointer, how: string): RejectedInputError {
  return new RejectedInputError(`Artifact ${key} differs from its checksum: ${how}.`, {
    remedy: 'The stored object was changed; start a new run.',
  });
}

function checkedKey(key: string): string {
  return artifactKeyParts(key).join('/');
}

function checkedPrefix(prefix: string): string {
  return `${artifactPrefixParts(prefix).join('/')}/`;
}
