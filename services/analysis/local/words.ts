/** A word, number or mark of a passage; `start` and `end` count UTF-16 code units from the passage's first. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Universal part of speech; empty for languages that we have no model of. */
  readonly pos: string;
  readonly sentenceStart: boolean;
}

/** Whether a word begins with a capital, or has one inside ("iOS"). */
export function isCapitalized(word: Word): boolean {
  return /\p{Lu}/u.test(word.text) && /^[\p{L}\p{N}]/u.test(word.text);
}

/** Whether a word has letters. */
export function hasLetters(word: Word): boolean {
  return /\p{L}/u.test(word.text);
}

/** Whether a word is written as only a made-up name is: a capital after a small letter, or letters with digits ("TypeScript", "S3"). */
export function isCoined(word: Word): boolean {
  return /\p{Ll}\p{Lu}/u.test(word.text) || (/\p{Lu}/u.test(word.text) && /\p{L}\p{N}|\p{N}\p{L}/u.test(word.text));
}

/** Whether a word is all capitals, two letters at least, or their plural ("AWS", "APIs"). */
export function isAcronym(word: Word): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}&]+s?$/u.test(word.text);
}

/** Whether nothing stands between two words. */
export function areGlued(left: Word, right: Word): boolean {
  return left.end === right.start;
}
