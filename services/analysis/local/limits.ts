/** Limits of the local analyzer. Those that other parts keep too stand in `contracts/limits.ts`. */

/**
 * Longest run of characters without white space that the English model is given, in UTF-16 code units; longer ones are blanked. Its
 * tokenizer takes quadratic time on them (40,000 characters: 1.6 s); addresses and long compounds stay below 80.
 */
export const MAX_WORD_CHARACTERS = 80;

/** Words of the longest name: "Department of Business, Innovation and Skills" has six. */
export const MAX_NAME_WORDS = 6;

/** Longest name, in characters: {@link MAX_NAME_WORDS} words of ordinary length; what is longer is a line set in capitals. */
export const MAX_NAME_CHARACTERS = 90;

/** Words of the longest key phrase: four hold "real time fraud detection". */
export const MAX_KEY_PHRASE_WORDS = 4;

/** Characters of a source from which its language is told: the answer no longer changes after some 3,000. */
export const LANGUAGE_SAMPLE_CHARACTERS = 6_000;

/** Letters below which a Latin text's language is not told: one short phrase looks like many languages. */
export const MIN_LATIN_LETTERS = 24;

/** Letters below which a text in another script is not told. */
export const MIN_OTHER_LETTERS = 4;

/** Words below which no sentiment is given: a single adjective would decide. */
export const MIN_SENTIMENT_WORDS = 20;
