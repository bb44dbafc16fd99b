import { TextDecoder } from 'node:util';

/**
 * A character that was written as UTF-8, read as Latin-1 and written as UTF-8 again. Its second half holds control characters (U+0080 to U+009F) that no text has
 * on purpose, so what is found by them is a fault of the site's software: `â\u0080\u0099` for `’`. So is a sign after `Â`, which in every language is followed by a letter:
 * `360Â°`.
 */
const TWICE_ENCODED =
  /\u00c2[\u00a0-\u00bf]|[\u00c2-\u00df][\u0080-\u009f]|[\u00e0-\u00ef](?:[\u0080-\u009f][\u0080-\u00bf]|[\u00a0-\u00bf][\u0080-\u009f])|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** A text in which characters that were encoded twice are what they were; everything else stays. */
export function mendEncoding(text: string): string {
  return text.replace(TWICE_ENCODED, (found) => decoded(found) ?? found);
}

function decoded(found: string): string | undefined {
  try {
    return UTF_8.decode(Uint8Array.from(found, (character) => character.charCodeAt(0)));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
