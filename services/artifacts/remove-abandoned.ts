import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED_FOLDER } from './file-artifact.ts';
import { fileErrorCode } from './file-error.ts';

/** Age after which an unfinished write belongs to a process that is gone, in milliseconds: an hour; a write takes milliseconds. */
const ABANDONED_AFTER_MS = 3_600_000;

/** Removes what a killed process left unfinished, because it may hold the text of a document. */
export async function removeAbandoned(root: string, now: Date): Promise<void> {
  const folder = join(root, UNFINISHED_FOLDER);
  for (const name of (await unlessGone(readdir(folder))) ?? []) {
    const path = join(folder, name);
    const entry = await unlessGone(stat(path));
    if (entry && now.getTime() - entry.mtimeMs > ABANDONED_AFTER_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Another process may finish or clean up meanwhile. */
async function unlessGone<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
