import { MAX_CITATIONS } from '../../../contracts/index.ts';
import { splitWords } from '../../text/words.ts';
import type { DraftClaim } from '../brief-writer.ts';
import type { CompanySource } from './company-source.ts';
import { VALUES_HEADING } from './cues/culture.ts';
import type { Evidence } from './evidence.ts';
import type { Sentence } from './sentence.ts';
import { cite } from './sentence.ts';
import { valuesOf } from './values.ts';

/** Fewest lines that are a list of values. */
const MIN_LINES = 2;

/** Longest line that names a value and explains nothing, in words. */
const MAX_LINE_WORDS = 12;

/** A mark of an enumeration: "1. ", "一. ". */
const NUMBERED = /^(?:[一二三四五六七八九十]|\d)[.、..]\s?/u;

/** Values that a company lists without explaining them, in one line: "Be kind; Own the outcome". */
export function bareValues(evidence: Evidence): DraftClaim[] {
  if (valuesOf(evidence).length > 0) return [];
  const lines = evidence.sources.map(linesOf).find((found) => found.length >= MIN_LINES) ?? [];
  if (lines.length === 0) return [];
  return [
    {
      statement: lines.map(({ text }) => text.replace(NUMBERED, '').replace(/[.。]$/u, '')).join('; '),
      basis: 'stated',
      citations: lines.map((sentence) => cite(sentence)),
    },
  ];
}

/** The entries right under the first heading about values. */
function linesOf({ sentences }: CompanySource): Sentence[] {
  const listed = sentences.filter(
    ({ passage, text }) =>
      VALUES_HEADING.test(passage.headings.at(-1) ?? '') &&
      (passage.kind === 'list_item' || (passage.kind === 'paragraph' && NUMBERED.test(passage.text))) &&
      !/[?::]$/u.test(text) &&
      text.replace(NUMBERED, '') !== '' &&
      splitWords(text).length <= MAX_LINE_WORDS,
  );
  const [first] = listed;
  return listed
    .filter(({ passage }) => passage.headings.at(-1) === first?.passage.headings.at(-1))
    .slice(0, MAX_CITATIONS);
}
