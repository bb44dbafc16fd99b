import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** How often a folder is tried to be removed, 100 ms apart and longer each time: a step that was cut off may still write its last file. */
const REMOVALS = 5;

/** Removes a folder and all that is in it. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: REMOVALS });
}

/** Makes a folder that is removed after the tests of the file. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  afterAll(() => removeFolder(folder));
  return folder;
}
