import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Resolves a path against the folder the person is in: npm changes to the package's folder and leaves theirs in `INIT_CWD`. `~/` is the home folder. */
export function callerPath(path: string, environment: NodeJS.ProcessEnv = process.env): string {
  const expanded = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
  return resolve(environment.INIT_CWD ?? process.cwd(), expanded);
}
