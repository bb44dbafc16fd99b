/** Soft hyphens, zero-width characters, direction marks, variation selectors, tag characters: nobody reads them, and they split words. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Control characters that are no white space, lone surrogates, and private characters, which icon fonts draw as pictures. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Co}]/gu;

/** A word broken by a hyphen at a line's end. White space is bounded, so that a run of it costs no more than its length. */
const BROKEN_WORD = /(\p{Ll}{2})[-\u2010][^\S\n]{0,20}\n\s{0,80}(?!(?:and|or|und|oder|et|ou)\b)(\p{Ll}{2})/gu;

/** Most texts are printable ASCII with single spaces and need no more than trimming. */
const NOT_PLAIN = /[^ -~]| {2}/;

/**
 * Text as it is kept of a source: NFKC, invisible characters removed, words joined that were broken at a line's end, white space collapsed and
 * trimmed. Applying it twice changes nothing.
 */
export function normalizeText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text.trim();
  const joined = text.replace(INVISIBLE, '').replace(BROKEN_WORD, '$1$2');
  const composed = joined.replace(/\s+/g, ' ').replace(UNREADABLE, '').normalize('NFKC');
  // NFKC makes spaces of some signs (a macron becomes a space and a combining macron), and removing a character can bring two others together.
  return composed.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFKC');
}

/** Words of a text in lower case: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
