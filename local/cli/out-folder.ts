import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RejectedInputError } from '../../contracts/index.ts';
import { callerPath } from './caller-path.ts';

/** Longest part of a folder's name that comes from the company's name, in characters. */
const MAX_SLUG_CHARACTERS = 60;

/** What `stat` answers when nothing is there, or when a file stands where a folder would have to be. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR']);

/** The folder a brief is written to: the one given, else `brief-<company>` in the folder the person is in. */
export function outFolder(given: string | undefined, companyName: string): string {
  return callerPath(given ?? `brief-${slugOf(companyName)}`);
}

/**
 * Makes sure, before a minute is spent on reading, that a folder is there or can be made, without making it. Throws `RejectedInputError` when a file is
 * in the way or the folder is not the person's to write in.
 */
export async function assertWritableFolder(folder: string): Promise<void> {
  const existing = await nearestExisting(folder);
  if (!(await stat(existing)).isDirectory()) {
    throw new RejectedInputError(`The brief cannot be written to ${folder}: ${existing} is a file.`, {
      remedy: 'Name another folder with --out DIR.',
    });
  }
  try {
    await access(existing, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/** The error for a folder that cannot be written to, with what the system said and where else to go. */
export function notWritable(
  folder: string,
  cause: unknown,
  remedy = 'Name another folder with --out DIR.',
): RejectedInputError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new RejectedInputError(`The brief cannot be written to ${folder}: ${said}.`, { cause, remedy });
}

/** The path itself when something is there, else the nearest folder above it. */
async function nearestExisting(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!ABSENT.has(code) || dirname(path) === path) throw notWritable(path, error);
    return nearestExisting(dirname(path));
  }
}

/** "Acme & Söhne GmbH" → "acme-sohne-gmbh"; letters of any script stay. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return (
    plain
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, MAX_SLUG_CHARACTERS) || 'company'
  );
}
