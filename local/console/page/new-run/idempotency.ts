import type { NewRunBody } from '../../model/new-run.ts';

/** Random bytes of a key: as many as make a collision a matter of more than lifetimes. */
const KEY_BYTES = 16;

/** Gives each submission its key: sent again as it is, it keeps its key, so that a double click or a lost answer starts one run; changed, it is another. */
export class IdempotencyKeys {
  #told = '';
  #key = '';

  /** The key for a body. */
  keyFor(body: NewRunBody): string {
    const told = JSON.stringify(body);
    if (told !== this.#told) {
      this.#told = told;
      this.#key = Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), hex).join('');
    }
    return this.#key;
  }

  /** The run was started: the same again is meant to be another one. */
  done(): void {
    this.#told = '';
  }
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/**
 * SHA-256 of a file in lower-case hex. Browsers give a page this over HTTPS and on the machine itself alone.
 *
 * @throws TypeError with what to do, elsewhere
 */
export async function sha256Of(file: Blob): Promise<string> {
  if (!isSecureContext) {
    throw new TypeError(
      'Files can be sent over https or from the machine of the server alone, because a browser hashes nothing elsewhere. Paste the text of the job description, or open this page through a tunnel.',
    );
  }
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), hex).join('');
}
