import { resolve } from 'node:path';

/** A path as the person means it: from the folder that they are in, which npm leaves and names in `INIT_CWD`. */
export function givenPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}
