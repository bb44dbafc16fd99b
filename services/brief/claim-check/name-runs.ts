import type { WordSpan } from '../../text/words.ts';
import { isFunctionWord, splitWords } from '../../text/words.ts';

/** Words of a text that stand together as one name. */
export interface NameRun {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Whether it opens a sentence, where any word is capitalized. */
  readonly initial: boolean;
}

const NAME_WORD = /^(?:\p{Lu}|\p{Ll}+\p{Lu}|(?=.*\p{L})(?=.*\p{Nd}))/u;
const SENTENCE_OPENING = /(?:^|[.!?:;“”"„«»([—–|/-])\s*$/u;

/** The runs of capitalized words and words with digits ("Mara Lindqvist", "S3") of a text; `skip` gives spans that are left out, such as job titles. */
export function nameRuns(
  text: string,
  skip: readonly { readonly start: number; readonly end: number }[] = [],
): NameRun[] {
  const runs: WordSpan[][] = [];
  let open: WordSpan[] = [];
  for (const word of splitWords(text)) {
    const skipped = skip.some(({ start, end }) => word.start < end && start < word.end);
    const joined = open.length > 0 && /^(?: | ?& ?)$/.test(text.slice(open.at(-1)?.end, word.start));
    if (open.length > 0 && !joined) open = close(runs, open);
    if (skipped || !isNameWord(word.text)) open = close(runs, open);
    else open = [...open, word];
  }
  close(runs, open);
  return runs.map((words) => runOf(text, words));
}

function isNameWord(word: string): boolean {
  return (
    NAME_WORD.test(word) &&
    !(isFunctionWord(word) && !/^\p{Lu}{2,}/u.test(word)) &&
    !/^\p{Nd}+(?:st|nd|rd|th|x|k|m|bn|s)?$/iu.test(word) &&
    // "30-minute", "12-person": a number and its unit, which the rule of numbers holds.
    !/^\p{Nd}+-\p{Ll}+$/u.test(word)
  );
}

function close(runs: WordSpan[][], open: WordSpan[]): WordSpan[] {
  if (open.length > 0) runs.push(open);
  return [];
}

function runOf(text: string, words: readonly WordSpan[]): NameRun {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return { words: words.map((word) => word.text), start, end, initial: SENTENCE_OPENING.test(text.slice(0, start)) };
}
