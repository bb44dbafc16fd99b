import { normalizeText } from '../../text/normalize.ts';

/** A word broken by a hyphen at a line's end. White space is bounded, so that a run of it costs no more than its length. */
const BROKEN_WORD = /(\p{Ll}{2})[-\u2010][^\S\n]{0,20}\n\s{0,80}(?!(?:and|or|und|oder|et|ou)\b)(\p{Ll}{2})/gu;

/** Most texts are printable ASCII with single spaces and need no more than trimming. */
const NOT_PLAIN = /[^ -~]| {2}/;

/** Text of a page as it is kept: words joined that were broken at a line's end, then normalized like every source. Applying it twice changes nothing. */
export function normalizePageText(text: string): string {
  return NOT_PLAIN.test(text) ? normalizeText(text.replace(BROKEN_WORD, '$1$2')) : text.trim();
}

/** Words of a text in lower case: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
