import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of the secret: as many as the HMAC's hash gives out, more would add nothing. */
const SECRET_BYTES = 32;

/** Only its owner may read it. */
const SECRET_FILE_MODE = 0o600;

/** The secret of this machine's data folder, made at first use; of two processes that start at once both use the first one's. */
export function localSecret(folder: string): string {
  const file = join(folder, 'session-id-secret');
  const draft = `${file}.${process.pid}`;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  writeFileSync(draft, randomBytes(SECRET_BYTES).toString('hex'), { mode: SECRET_FILE_MODE });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
