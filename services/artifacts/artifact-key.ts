import { RejectedInputError } from '../../contracts/index.ts';

/** Longest key, in characters: the quota of S3 (1,024 bytes), and keys are ASCII. */
const MAX_KEY_CHARACTERS = 1_024;

/** Longest part of a key between two slashes, in characters: file systems end at 255 bytes, less what a store appends. */
const MAX_KEY_PART_CHARACTERS = 200;

const KEY_PART = /^[0-9A-Za-z._-]+$/;

/**
 * The parts of a key.
 *
 * @throws RejectedInputError unless they are `[0-9A-Za-z._-]`, not `.` or `..`, and within the lengths above
 */
export function artifactKeyParts(key: string): readonly string[] {
  const parts = key.split('/');
  if (key.length > MAX_KEY_CHARACTERS || !parts.every(isKeyPart)) {
    throw new RejectedInputError(
      `${JSON.stringify(key.slice(0, 100))} is no artifact key: parts of letters, digits, ".", "_" and "-" are joined by "/".`,
    );
  }
  return parts;
}

/**
 * The parts of a prefix, which is a key with a `/` at its end.
 *
 * @throws RejectedInputError for anything else, also for an empty prefix, which would mean everything
 */
export function artifactPrefixParts(prefix: string): readonly string[] {
  if (!prefix.endsWith('/')) {
    throw new RejectedInputError(`${JSON.stringify(prefix.slice(0, 100))} is no prefix: it must end in "/".`);
  }
  return artifactKeyParts(prefix.slice(0, -1));
}

function isKeyPart(part: string): boolean {
  return KEY_PART.test(part) && part !== '.' && part !== '..' && part.length <= MAX_KEY_PART_CHARACTERS;
}
