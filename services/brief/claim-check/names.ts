import { findDates } from '../../text/dates.ts';
import { splitWords, stem } from '../../text/words.ts';
import { findTitles } from '../job-titles.ts';
import type { ClaimRule } from './claim-rule.ts';
import { supportOf } from './claim-rule.ts';
import type { NameRun } from './name-runs.ts';
import { nameRuns } from './name-runs.ts';
import { isOrdinaryWord } from './ordinary-words.ts';

/** A text that names may stand in: its words in a comparable form, and which of them belong to a longer name. */
interface NamedText {
  readonly words: readonly string[];
  readonly inLongerName: ReadonlySet<number>;
}

/** Every name of the statement stands in what is cited, its words in the same order: first name and last name cannot come from two people. */
export const namesRule: ClaimRule = {
  reason: 'name_not_in_quote',
  holds(claim) {
    const texts = supportOf(claim).map(namedText);
    return nameRuns(claim.statement, [...findTitles(claim.statement), ...findDates(claim.statement)]).every((run) =>
      runStands(run, texts),
    );
  },
};

function runStands(run: NameRun, texts: readonly NamedText[]): boolean {
  const words = run.words.map(comparable);
  if (stands(words, texts)) return true;
  return run.initial && isOrdinaryWord(run.words[0] ?? '') && (words.length === 1 || stands(words.slice(1), texts));
}

/** Whether the words stand as one sequence, or as several of which each is a whole name in its text. */
function stands(words: readonly string[], texts: readonly NamedText[]): boolean {
  if (texts.some((text) => placeOf(words, text.words) >= 0)) return true;
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    if (
      isWholeName(words.slice(0, cut), texts) &&
      stands(words.slice(cut), texts) &&
      (words.length - cut > 1 || isWholeName(words.slice(cut), texts))
    )
      return true;
  }
  return false;
}

function isWholeName(words: readonly string[], texts: readonly NamedText[]): boolean {
  return texts.some((text) => {
    const place = placeOf(words, text.words, words.length === 1 ? text.inLongerName : undefined);
    return place >= 0;
  });
}

function placeOf(words: readonly string[], text: readonly string[], excluded?: ReadonlySet<number>): number {
  return text.findIndex(
    (_, start) => !excluded?.has(start) && words.every((word, offset) => text[start + offset] === word),
  );
}

function namedText(text: string): NamedText {
  const spans = splitWords(text);
  const long = nameRuns(text, findTitles(text)).filter((run) => run.words.length > 1);
  const inLongerName = new Set(
    spans.flatMap((span, index) => (long.some((run) => run.start <= span.start && span.end <= run.end) ? [index] : [])),
  );
  return { words: spans.map((span) => comparable(span.text)), inLongerName };
}

/** Case, possessive and plural make no other name. */
function comparable(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s$/u, '');
  return lower.length > 3 ? stem(lower) : lower;
}
