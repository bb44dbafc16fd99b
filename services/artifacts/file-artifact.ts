import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fileErrorCode } from './file-error.ts';

const Meta = z.object({
  content_type: z.string(),
  sha256: z.string(),
  bytes: z.number().int().nonnegative(),
});

/** What is known of an artifact beside its bytes. */
export type ArtifactMeta = z.infer<typeof Meta>;

/** Marks a folder that is an artifact; `~` is in no key, so it cannot be mistaken for a part of one. */
export const ARTIFACT_SUFFIX = '~';

/** Folder of artifacts that are being written. */
export const UNFINISHED_FOLDER = '~unfinished';

const BODY_FILE = 'body';
const META_FILE = 'meta.json';

/** What rename says when the target is there already: Linux, macOS, Windows. */
const TARGET_EXISTS_CODES: readonly (string | undefined)[] = ['ENOTEMPTY', 'EEXIST', 'EPERM'];

/**
 * Writes an artifact as a folder of body and meta, first aside and flushed to the disk, then moved to its place in one step: a crash
 * leaves it whole or absent. Renaming a folder onto one that is not empty fails, so the first writer wins.
 *
 * @returns false when there was one already, which stays as it is
 */
export async function writeArtifact(
  root: string,
  path: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  meta: ArtifactMeta,
): Promise<boolean> {
  const aside = join(root, UNFINISHED_FOLDER, randomUUID());
  try {
    await mkdir(aside, { recursive: true });
    await writeFile(join(aside, BODY_FILE), body, { flush: true });
    await writeFile(join(aside, META_FILE), JSON.stringify(meta), { flush: true });
    await mkdir(dirname(path), { recursive: true });
    return await moved(aside, path);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The bytes of an artifact, or undefined when there is none. */
export async function readArtifactBody(path: string): Promise<Uint8Array | undefined> {
  const body = await readIfPresent(join(path, BODY_FILE));
  return body && new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
}

/** The bytes of an artifact chunk by chunk. Fails when there is none. */
export function openArtifactBody(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(join(path, BODY_FILE));
}

/** What is known of an artifact, or undefined when there is none. */
export async function readArtifactMeta(path: string): Promise<ArtifactMeta | undefined> {
  const json = await readIfPresent(join(path, META_FILE));
  return json && Meta.parse(JSON.parse(json.toString('utf8')));
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (TARGET_EXISTS_CODES.includes(fileErrorCode(error)) && (await readArtifactMeta(to)) !== undefined) {
      return false;
    }
    throw error;
  }
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
