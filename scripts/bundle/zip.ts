import { createHash } from 'node:crypto';
import type { Zippable } from 'fflate';
import { zipSync } from 'fflate';

/** Files of an archive by their path in it. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/** The first moment that a zip archive can name, in local time as the format has it: the same bytes in every time zone. */
const FIXED_TIME = new Date(1980, 0, 1);

/** Unix, so that the permissions below count (APPNOTE 4.4.2.2). */
const UNIX = 3;

/** Read for all, write for the owner, whatever the umask of the machine; Lambda's user is not the owner. */
const FILE_MODE = 0o644;

/** Makes a zip archive whose bytes depend on the names and contents of its files alone. */
export function zip(files: ArchiveFiles): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = Object.fromEntries(sorted);
  return zipSync(entries, { level: 9, mtime: FIXED_TIME, os: UNIX, attrs: FILE_MODE << 16 });
}

/** SHA-256 in lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
