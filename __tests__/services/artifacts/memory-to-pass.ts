import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What passing 200 MB may take, in MB: chunks that wait to be collected come to 40 to 90, whatever the size; holding the content once would be 200. */
export const MAX_PASSING_MB = 150;

/** Runs `pass-large-artifact.ts` in a process of its own and gives the memory that it took. */
export async function memoryToPass(args: readonly string[]): Promise<number> {
  const script = join(import.meta.dirname, 'pass-large-artifact.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script, ...args]);
  return Number(stdout);
}
