import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A clone of the last commit, with the packages installed. */
export interface FreshClone {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Clones the last commit of this checkout into a folder of its own, where things can be tried out that change files. The packages are hard links to those of
 * this checkout: made in seconds, and a file that is written anew in one place stays as it is in the other.
 *
 * @throws Error of git or cp, when this is no checkout or a file system without hard links
 */
export function freshClone(): FreshClone {
  const folder = mkdtempSync(join(tmpdir(), 'fresh-clone-'));
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', '.', folder]);
  if (existsSync('node_modules')) execFileSync('cp', ['-Rl', 'node_modules', join(folder, 'node_modules')]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
