/** Characters that are looked at: a font is garbled from its first letter to its last. */
const SAMPLE_CHARACTERS = 1_500;

/** Characters below which nothing is said about a text. */
const MIN_CHARACTERS = 50;

/** Share of characters that stand for nothing from which on a text is garbled: symbols of icon fonts stay below a tenth. */
const MAX_MEANINGLESS_SHARE = 0.25;

/** Private use, unassigned, replacement, control: what comes out when a font does not say what its glyphs stand for. */
const MEANINGLESS = /(?!\s)[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu;

/** Latin letters below which their frequency says nothing: a table of part numbers has few. */
const MIN_LATIN_LETTERS = 200;

/** Share of the eight letters that are frequent in every language in Latin script: 0.5 (Polish) to 0.7 (Finnish); in text whose letters are shifted by a fixed number about 0.2. */
const MIN_FREQUENT_SHARE = 0.36;

const FREQUENT = /[eaionrts]/gu;

/** Whether a text is not what its page shows: characters that stand for nothing, or letters that no language uses so often. */
export function isGarbled(whole: string): boolean {
  const text = whole.slice(0, SAMPLE_CHARACTERS);
  const characters = text.replace(/\s/g, '').length;
  if (characters < MIN_CHARACTERS) return false;
  if ((text.match(MEANINGLESS)?.length ?? 0) > characters * MAX_MEANINGLESS_SHARE) return true;
  const letters = text.normalize('NFD').toLowerCase();
  const latin = letters.match(/[a-z]/gu)?.length ?? 0;
  if (latin < MIN_LATIN_LETTERS || latin < characters / 2) return false;
  return (letters.match(FREQUENT)?.length ?? 0) < latin * MIN_FREQUENT_SHARE;
}
