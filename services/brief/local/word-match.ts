import type { FitStrength } from '../../../contracts/index.ts';
import { contentStems } from '../../text/words.ts';

/** Stems that requirements share with every resume and that match nothing in particular. */
const GENERIC = new Set(
  contentStems(
    'experience work working knowledge strong good excellent ability able understanding skill skills proven year years team teams role job responsible relevant required requirements plus great solid deep hands-on ' +
      'background familiar familiarity proficient proficiency expertise demonstrated track record environment including related using use field new well high highly building build develop developing',
  ),
);

/** Share of a text's words, weighted, from which a line answers it well or in part. */
const STRONG_FROM = 0.5;
const PARTIAL_FROM = 0.25;

/** Words that must be shared; a single one is a hint only when it carries more of the text. */
const MIN_SHARED_WORDS = 2;
const SINGLE_FROM = 0.35;

/** The line that shares most with a text, and how well it answers it. */
export interface WordMatch<Line> {
  readonly line: Line;
  readonly strength: Exclude<FitStrength, 'missing'>;
}

/** Finds lines by the words they share with a text. Rare words weigh more: each counts by how few texts of the corpus hold it (inverse document frequency). */
export interface WordMatcher {
  /** The line that shares most, when that is enough. */
  best<Line extends { readonly text: string }>(text: string, lines: readonly Line[]): WordMatch<Line> | undefined;
}

/** Makes a matcher that weighs words by a corpus. */
export function createWordMatcher(corpus: readonly string[]): WordMatcher {
  const known = new Map<string, ReadonlySet<string>>();
  const wordsOf = (text: string) => known.get(text) ?? remember(known, text);
  const held = new Map<string, number>();
  for (const text of corpus) for (const word of wordsOf(text)) held.set(word, (held.get(word) ?? 0) + 1);
  const weigh = (word: string) => Math.log(1 + corpus.length / (1 + (held.get(word) ?? 0)));
  return { best: (text, lines) => bestOf(wordsOf(text), lines, wordsOf, weigh) };
}

function remember(known: Map<string, ReadonlySet<string>>, text: string): ReadonlySet<string> {
  const words = new Set(contentStems(text).filter((word) => !GENERIC.has(word)));
  known.set(text, words);
  return words;
}

function bestOf<Line extends { readonly text: string }>(
  wanted: ReadonlySet<string>,
  lines: readonly Line[],
  wordsOf: (text: string) => ReadonlySet<string>,
  weigh: (word: string) => number,
): WordMatch<Line> | undefined {
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weigh(word), 0);
  const total = sum([...wanted]);
  let best: { line: Line; share: number } | undefined;
  for (const line of lines) {
    const has = wordsOf(line.text);
    const shared = [...wanted].filter((word) => has.has(word));
    const share = sum(shared) / total;
    if (share >= (shared.length >= MIN_SHARED_WORDS ? PARTIAL_FROM : SINGLE_FROM) && share > (best?.share ?? 0))
      best = { line, share };
  }
  return best && { line: best.line, strength: best.share >= STRONG_FROM ? 'strong' : 'partial' };
}
