import { MAX_QUOTE_WORDS } from '../../contracts/index.ts';
import { splitSentences } from '../text/sentences.ts';
import { contentStems, splitWords } from '../text/words.ts';
import { countWords } from './count-words.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of a text that carries a statement best in at most {@link MAX_QUOTE_WORDS} words: neighboring sentences, or within a longer sentence neighboring words. */
export function trimQuote(text: string, statement: string): Span {
  if (countWords(text) <= MAX_QUOTE_WORDS) return { start: 0, end: text.length };
  const sentences = splitSentences(text);
  const short = sentences.filter((sentence) => countWords(sentence.text) <= MAX_QUOTE_WORDS);
  const units = short.length === sentences.length ? sentences : splitWords(text);
  return bestWindow(units, new Set(contentStems(statement)));
}

/** The earliest window with the most words of the statement; of windows with as many, the shortest. */
function bestWindow(units: readonly (Span & { readonly text: string })[], wanted: ReadonlySet<string>): Span {
  let best = { start: units[0]?.start ?? 0, end: units[0]?.end ?? 0, hits: -1 };
  units.forEach((first, from) => {
    const found = new Set<string>();
    let words = 0;
    for (const unit of units.slice(from)) {
      words += countWords(unit.text);
      if (words > MAX_QUOTE_WORDS) return;
      for (const word of contentStems(unit.text)) if (wanted.has(word)) found.add(word);
      if (found.size > best.hits) best = { start: first.start, end: unit.end, hits: found.size };
    }
  });
  return best;
}
