import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ArtifactLocation, ArtifactStore } from './artifact-store.ts';

/**
 * Lays an artifact into a temporary file, never whole in memory, and works with the file once its checksum is verified; the file is removed when the work is done. Throws as
 * {@link ArtifactStore.readStream} and the work do.
 */
export async function withArtifactFile<Result>(
  artifacts: Pick<ArtifactStore, 'readStream'>,
  pointer: ArtifactLocation,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'artifact-'));
  try {
    const path = join(folder, 'content');
    await artifacts.readStream(pointer, (chunks) => pipeline(chunks, createWriteStream(path, { mode: 0o600 })));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
