import { createHash } from 'node:crypto';
import type { Json } from '../../../../statemachine/asl.ts';
import { isText, MAX_INTRINSIC_TEXT_CHARACTERS } from './intrinsic-function.ts';

/** Names of the algorithms as the language writes them, and as Node does. */
const HASH_ALGORITHMS: ReadonlyMap<Json | undefined, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

/** `States.Base64Encode(text)`. */
export function base64Encode([text]: readonly Json[]): Json | undefined {
  return isShortText(text) ? Buffer.from(text).toString('base64') : undefined;
}

/** `States.Base64Decode(text)`. */
export function base64Decode([text]: readonly Json[]): Json | undefined {
  return isShortText(text) ? Buffer.from(text, 'base64').toString('utf8') : undefined;
}

/** `States.Hash(data, algorithm)`: lower-case hex; data that is no text is hashed as JSON. */
export function hash([data, name]: readonly Json[]): Json | undefined {
  const algorithm = HASH_ALGORITHMS.get(name);
  const text = isText(data) ? data : JSON.stringify(data);
  return algorithm !== undefined && isShortText(text) ? createHash(algorithm).update(text).digest('hex') : undefined;
}

function isShortText(value: Json | undefined): value is string {
  return isText(value) && value.length <= MAX_INTRINSIC_TEXT_CHARACTERS;
}
