/** Limits of Amazon Comprehend (its guide "Guidelines and quotas") and of how we use it. */

/** Documents of one Batch request. */
export const MAX_BATCH_DOCUMENTS = 25;

/** Largest document of a Batch request, in bytes of UTF-8: "5 KB", which the service enforces as 5,000. */
export const MAX_CHUNK_BYTES = 5_000;

/** Bytes of a source's text from which its language is told: a page is clear after a few sentences, and every 100 characters are billed. */
export const LANGUAGE_SAMPLE_BYTES = 2_000;

/** Characters below which Comprehend tells no language. */
export const MIN_LANGUAGE_CHARACTERS = 20;

/** Confidence of a language below which it is not told: below one half, another is as likely. */
export const MIN_LANGUAGE_SCORE = 0.5;

/** Letters below which a text whose language cannot be told is no loss. */
export const MIN_LOST_CHARACTERS = 200;

/** Characters of a unit, by which Comprehend bills. */
export const UNIT_CHARACTERS = 100;

/** Fewest units billed for a document of a request. */
export const MIN_UNITS_PER_DOCUMENT = 3;

/** Requests a second and operation when nothing else is configured: the default quota of Batch operations is 25 an account and Region; two runs side by side stay below. */
export const DEFAULT_REQUESTS_PER_SECOND = 10;

/** Requests on their way at once: an answer takes up to a second, so more would only wait for the rate. */
export const MAX_REQUESTS_AT_ONCE = 8;

/** Words of the longest key phrase kept; longer ones are clauses. */
export const MAX_PHRASE_WORDS = 6;

/** Longest name kept, in characters: the contract's limit. */
export const MAX_FORM_CHARACTERS = 300;

/** Languages in which Comprehend finds entities, key phrases and sentiment. */
export const SUPPORTED_LANGUAGES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja', 'ko', 'zh', 'zh-TW'] as const;

/** A language that Comprehend analyzes. */
export type SupportedLanguage = (typeof SUPPORTED_LANGUAGES)[number];

/** Whether Comprehend analyzes a language. */
export function isSupported(language: string): language is SupportedLanguage {
  return (SUPPORTED_LANGUAGES as readonly string[]).includes(language);
}
