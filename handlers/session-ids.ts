import { createHmac, randomBytes } from 'node:crypto';
import { executionPartsOf } from '../contracts/index.ts';

/** Digits of a base-32 number, as in RFC 4648 §7 (extended hex), lower case: sorts like the bytes. */
const BASE_32 = '0123456789abcdefghijklmnopqrstuv';

/** Bytes of randomness in an id: 128 bits, so that nobody guesses one and two never meet. */
const ID_BYTES = 16;

/** A new random session id; ids sort by the time they were made. */
export function newSessionId(now: Date): string {
  return `t${now.getTime().toString(36).padStart(9, '0')}-${base32(randomBytes(ID_BYTES))}`;
}

/** The session id of an owner's idempotency key: the same pair always gives the same id, and nobody without the secret can make it. */
export function keyedSessionId(secret: string, owner: string, idempotencyKey: string): string {
  const digest = createHmac('sha256', secret)
    .update(JSON.stringify([owner, idempotencyKey]))
    .digest();
  return `k-${base32(digest.subarray(0, ID_BYTES))}`;
}

/** The session of an execution: read from its name, or the name itself when the execution was started by hand. */
export function sessionIdOf(executionId: string): string {
  return executionPartsOf(executionId)?.sessionId ?? executionId;
}

/** 128 bits as 26 base-32 digits. */
function base32(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let digits = '';
  for (let position = 0; position < 26; position += 1) {
    digits = BASE_32[Number(number % 32n)] + digits;
    number /= 32n;
  }
  return digits;
}
