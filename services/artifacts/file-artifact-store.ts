import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { ArtifactPointer } from '../../contracts/index.ts';
import { RejectedInputError } from '../../contracts/index.ts';
import { artifactKeyParts, artifactPrefixParts } from './artifact-key.ts';
import type { ArtifactHead, ArtifactStore } from './artifact-store.ts';
import {
  ARTIFACT_SUFFIX,
  openArtifactBody,
  readArtifactBody,
  readArtifactMeta,
  writeArtifact,
} from './file-artifact.ts';
import { fileErrorCode, translateFileError } from './file-error.ts';
import { openAnnounced, readVerified } from './passing-chunks.ts';
import { removeAbandoned } from './remove-abandoned.ts';

/** Where artifacts are kept. */
export interface FileArtifactStoreOptions {
  /** The folder; made at the first write. */
  readonly folder: string;
}

/** Artifacts in a folder, which several processes may use at once: the key's parts are folders, the artifact `name~/body`. */
export function createFileArtifactStore({ folder }: FileArtifactStoreOptions): ArtifactStore {
  const root = resolve(folder);
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw translateFileError(error, root);
    }
  };
  let abandonedRemoved: Promise<void> | undefined;
  const put = (key: string, artifact: NewArtifact, contentType: string): Promise<ArtifactPointer> =>
    guarded(async () => {
      const path = artifactPath(root, key);
      abandonedRemoved ??= removeAbandoned(root, new Date());
      await abandonedRemoved;
      return putOnce(root, path, key, artifact, contentType);
    });
  return {
    putOnce: (key, body, contentType) => {
      const bytes = Buffer.from(body);
      return put(key, { bytes: bytes.byteLength, sha256: sha256Of(bytes), body: () => bytes }, contentType);
    },
    putStreamOnce: (key, content, contentType) =>
      put(key, { ...content, body: () => openAnnounced(key, content) }, contentType),
    readStream: (pointer, into) => readStream(root, pointer, into, guarded),
    get: (pointer) => guarded(() => getVerified(root, pointer)),
    find: (key) => guarded(() => find(root, key)),
    list: (prefix) => guarded(() => list(root, prefix)),
    deletePrefix: (prefix) => guarded(() => deletePrefix(root, prefix)),
  };
}

/** An artifact that is to be written; its body is asked for only when there is none yet. */
interface NewArtifact {
  readonly bytes: number;
  readonly sha256: string;
  readonly body: () => Uint8Array | AsyncIterable<Uint8Array>;
}

async function putOnce(
  root: string,
  path: string,
  key: string,
  { body, ...artifact }: NewArtifact,
  content_type: string,
): Promise<ArtifactPointer> {
  const meta = { content_type, sha256: artifact.sha256, bytes: artifact.bytes };
  const present =
    (await readArtifactMeta(path)) ?? ((await writeArtifact(root, path, body(), meta)) ? meta : undefined);
  const { sha256, bytes } = present ?? (await readArtifactMeta(path)) ?? meta;
  return { key, sha256, bytes };
}

async function readStream<Result>(
  root: string,
  pointer: ArtifactPointer,
  into: (chunks: AsyncIterable<Uint8Array>) => Promise<Result>,
  guarded: <Value>(work: () => Promise<Value>) => Promise<Value>,
): Promise<Result> {
  const path = artifactPath(root, pointer.key);
  const meta = await guarded(() => readArtifactMeta(path));
  if (meta === undefined) throw new RejectedInputError(`There is no artifact ${pointer.key}.`);
  return readVerified(openArtifactBody(path), pointer, into);
}

async function getVerified(root: string, pointer: ArtifactPointer): Promise<Uint8Array> {
  const body = await readArtifactBody(artifactPath(root, pointer.key));
  if (body === undefined) {
    throw new RejectedInputError(`There is no artifact ${pointer.key}.`);
  }
  assertChecksum(body, pointer);
  return body;
}

async function find(root: string, key: string): ReturnType<ArtifactStore['find']> {
  const path = artifactPath(root, key);
  const [meta, body] = await Promise.all([readArtifactMeta(path), readArtifactBody(path)]);
  if (meta === undefined || body === undefined) {
    return undefined;
  }
  const pointer = { key, sha256: meta.sha256, bytes: meta.bytes };
  assertChecksum(body, pointer);
  return { pointer, body };
}

async function list(root: string, prefix: string): Promise<readonly ArtifactHead[]> {
  const paths = await artifactPathsBelow(join(root, ...artifactPrefixParts(prefix)));
  const heads = await Promise.all(paths.map((path) => headOf(root, path)));
  return heads.filter((head) => head !== undefined).sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function deletePrefix(root: string, prefix: string): Promise<number> {
  const path = join(root, ...artifactPrefixParts(prefix));
  const { length } = await artifactPathsBelow(path);
  await rm(path, { recursive: true, force: true });
  return length;
}

async function artifactPathsBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name.endsWith(ARTIFACT_SUFFIX))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

async function headOf(root: string, path: string): Promise<ArtifactHead | undefined> {
  const meta = await readArtifactMeta(path);
  const key = relative(root, path).split(sep).join('/').slice(0, -ARTIFACT_SUFFIX.length);
  return meta && { key, bytes: meta.bytes, content_type: meta.content_type };
}

function artifactPath(root: string, key: string): string {
  return join(root, ...artifactKeyParts(key)) + ARTIFACT_SUFFIX;
}

function assertChecksum(body: Uint8Array, { key, sha256 }: ArtifactPointer): void {
  const actual = sha256Of(body);
  if (actual !== sha256) {
    throw new RejectedInputError(`Artifact ${key} differs from its checksum: ${sha256} expected, ${actual} found.`, {
      remedy: 'The stored file was changed; start a new run.',
    });
  }
}

function sha256Of(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
