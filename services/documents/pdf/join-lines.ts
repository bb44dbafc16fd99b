const WORD = /\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu;
const BROKEN_WORD = /(\p{L}[\p{L}\p{M}]*)[-\u2010\u00AD]$/u;
const LAST_WORD_START = /^\p{Ll}[\p{L}\p{M}]*/u;
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}、。，．：；！？「」『』（）]/u;

/** The words that a document writes within its lines; they tell how a word that is broken at a line's end is spelt. None when no word is broken. */
export function wordsWithin(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  if (!lines.some((line) => BROKEN_WORD.test(line.slice(-2)))) return words;
  for (const line of lines) {
    const inner = line.trimEnd().replace(BROKEN_WORD, '');
    for (const [word] of inner.matchAll(WORD)) words.add(word.toLowerCase().replaceAll('\u2010', '-'));
  }
  return words;
}

/** Whether a word is broken between two lines. */
export function isBroken(before: string, line: string): boolean {
  return BROKEN_WORD.test(before.slice(-2)) && LAST_WORD_START.test(line);
}

/**
 * Joins the lines of a paragraph: with spaces, without them in scripts that have none, and with broken words made whole. The hyphen stays
 * when the document writes the word with it elsewhere, or both parts as words of their own and never the two as one. Linear in the lines' length.
 */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  const done: string[] = [];
  let last = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    const whole = joinBrokenWord(last, line, words);
    if (whole === undefined) done.push(last, isSpaced(last, line) ? ' ' : '');
    last = whole ?? line;
  }
  return done.join('') + last;
}

/** Two lines as one when a word is broken between them. */
function joinBrokenWord(before: string, line: string, words: ReadonlySet<string>): string | undefined {
  if (!isBroken(before, line)) return undefined;
  const broken = BROKEN_WORD.exec(before)?.[1]?.toLowerCase() ?? '';
  const rest = LAST_WORD_START.exec(line)?.[0].toLowerCase() ?? '';
  const stem = before.slice(0, -1);
  return keepsHyphen(before, broken, rest, words) ? `${stem}-${line}` : stem + line;
}

function isSpaced(before: string, line: string): boolean {
  return !(WITHOUT_SPACES.test(before.at(-1) ?? '') && WITHOUT_SPACES.test(line.at(0) ?? ''));
}

function keepsHyphen(before: string, broken: string, rest: string, words: ReadonlySet<string>): boolean {
  if (before.endsWith('\u00AD') || words.has(broken + rest)) return false;
  return words.has(`${broken}-${rest}`) || (words.has(broken) && words.has(rest));
}
