import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Size of a block in which file systems count, in bytes (POSIX `st_blocks`). */
const BLOCK_BYTES = 512;

/** What the files below a folder take on disk, in bytes: whole blocks where the file system tells them, else their lengths. */
export function installedBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => lstatSync(join(folder, name)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size, blocks }) => sum + Math.max(size, (blocks || 0) * BLOCK_BYTES), 0);
}
