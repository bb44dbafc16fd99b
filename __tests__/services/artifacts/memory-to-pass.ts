import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What is passed, in MB: more than the largest document has. */
export const PASSED_MB = 64;

/** What passing {@link PASSED_MB} may take, in MB: what was passed is collected on the way, so that it comes to a few chunks; holding the content once would be 64. */
export const MAX_PASSING_MB = 40;

/** Runs `pass-large-artifact.ts` in a process of its own and gives the memory that it took. */
export async function memoryToPass(args: readonly string[]): Promise<number> {
  const script = join(import.meta.dirname, 'pass-large-artifact.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '--expose-gc', script, ...args]);
  return Number(stdout);
}
