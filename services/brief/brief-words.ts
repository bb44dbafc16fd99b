import type { Gap } from '../../contracts/index.ts';
import type { AcceptedClaim, AcceptedSection } from './accept-claims.ts';
import { countWords } from './count-words.ts';
import { SECTION_TITLES } from './section-titles.ts';

/** Words of a claim as the reader gets them: statement, date, what it answers, how well, and advice. Quotes stand with the sources and do not count. */
export function claimWords({ statement, date, audience, fit }: AcceptedClaim): number {
  const shown = [statement, date, audience, fit?.requirement, fit?.strength, fit?.advice];
  return shown.reduce((words, text) => words + countWords(text ?? ''), 0);
}

/** Words of a gap as the reader gets it. */
export function gapWords({ sought, where, reason, remedy }: Gap): number {
  return [sought, where, reason, remedy].reduce((words, text) => words + countWords(text ?? ''), 0);
}

/** Words of a brief before its list of sources: titles, claims and gaps. */
export function briefWords(sections: readonly AcceptedSection[], gaps: readonly Gap[]): number {
  const inSections = sections.flatMap(({ section_id, claims }) => [
    countWords(SECTION_TITLES[section_id]),
    ...claims.map(claimWords),
  ]);
  return [...inSections, ...gaps.map(gapWords)].reduce((sum, words) => sum + words, 0);
}
