import type { WordSpan } from './job-titles.ts';
import type { NameRun } from './name-runs.ts';
import type { ReadPassage } from './read-source.ts';

/** The title that stands beside a run: behind it ("Jane Doe, CTO"), before it ("our CTO Jane Doe"), or alone in the passage below, as on cards of a team page. */
export interface TitleBeside {
  readonly read: ReadPassage;
  readonly span: WordSpan;
  /** A comma alone joins it, before the name: "Engineer, Northwind" is a job and an employer, not a person. */
  readonly isListed: boolean;
}

/** Most words between a name and its title: ", who is the". */
const MAX_BETWEEN = 5;

/** Words of the longest passage that a card's title can be. */
const MAX_CARD_WORDS = 12;

/** Finds the title beside a run; `next` is the passage after the run's. */
export function titleBeside(run: NameRun, next: ReadPassage | undefined): TitleBeside | undefined {
  const { read } = run;
  const at = indexOfTitleAfter(read.titles, run.last);
  const [before, behind] = [read.titles[at - 1], read.titles[at]];
  if (behind && joinsBehind(read, run.last, behind.first)) return { read, span: behind, isListed: false };
  const comma = before ? commaBefore(read, before, run.first) : undefined;
  if (before && comma !== undefined) return { read, span: before, isListed: comma && !isLedIn(read, before) };
  return titleBelow(run, next);
}

/** Titles are in order and do not overlap: the place of the first that begins after a word, found by halving. */
function indexOfTitleAfter(titles: readonly WordSpan[], word: number): number {
  let [low, high] = [0, titles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((titles[middle]?.first ?? 0) > word) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a comma stands between a title and the name right behind it; undefined when something else does. */
function commaBefore({ words }: ReadPassage, { last }: WordSpan, name: number): boolean | undefined {
  if (name - last < 1 || name - last > 2) return undefined;
  const between = name - last === 2 ? words[last + 1]?.text : '';
  return between === '' || between === ':' ? false : between === ',' ? true : undefined;
}

function titleBelow(run: NameRun, next: ReadPassage | undefined): TitleBeside | undefined {
  const below = next?.titles[0];
  const isWhole = run.first === 0 && run.last >= run.read.words.length - 1;
  const isCard = isWhole && below?.first === 0 && next !== undefined && next.words.length <= MAX_CARD_WORDS;
  return isCard ? { read: next, span: below, isListed: false } : undefined;
}

function joinsBehind({ words }: ReadPassage, last: number, first: number): boolean {
  if (first - last > MAX_BETWEEN + 1) return false;
  const between = words
    .slice(last + 1, first)
    .map(({ lower }) => lower)
    .join(' ');
  return /^(?:|[,(|:/·•–—-]|,? ?(?:our|the|as|is|is the|is our|was|became|,? who is (?:the|our)))$/u.test(between);
}

/** "Our CTO, Jane Doe": behind "our" or "the" a comma does not list. */
function isLedIn({ words }: ReadPassage, { first }: WordSpan): boolean {
  return /^(?:our|the|by|with|and)$/.test(words[first - 1]?.lower ?? '');
}
