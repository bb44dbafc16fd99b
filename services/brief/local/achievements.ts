import { findNumbers } from '../../text/numbers.ts';
import { splitWords } from '../../text/words.ts';
import type { ResumeLine } from './resume-line.ts';

/** Past tenses of English verbs that resumes tell achievements with and that do not end in -ed. */
const IRREGULAR =
  /^(?:built|led|cut|grew|ran|wrote|drove|won|made|took|began|set|brought|taught|kept|sold|rebuilt|oversaw|spoke|gave|held|met|found|put|broke|chose|drew|rewrote|shrank|sped|spun|stood|saw)$/i;

/** Shortest and longest line that tells an achievement, in words. */
const MIN_WORDS = 5;
const MAX_WORDS = 45;

/** Whether a line starts with what somebody did: "Cut", "Migrated". */
export function opensWithPastVerb(text: string): boolean {
  const first = splitWords(text)[0]?.text ?? '';
  return IRREGULAR.test(first) || /^[A-Z]?[a-z-]{2,}ed$/.test(first);
}

/** The lines of positions and projects that tell what the candidate did, those with figures first, in the resume's order otherwise. */
export function achievementsOf(lines: readonly ResumeLine[]): ResumeLine[] {
  const told = lines.filter(
    (line) => (line.part === 'experience' || line.part === 'projects' || line.part === 'other') && isTold(line.text),
  );
  return [...told.filter(({ text }) => hasFigure(text)), ...told.filter(({ text }) => !hasFigure(text))];
}

function isTold(text: string): boolean {
  const words = splitWords(text).length;
  return words >= MIN_WORDS && words <= MAX_WORDS && (opensWithPastVerb(text) || /^(?:I|We) [a-z]+/.test(text));
}

/** Whether a text tells a number that is not a year. */
export function hasFigure(text: string): boolean {
  return findNumbers(text).some(
    ({ values, percent }) => percent || values.some((value) => value < FIRST_YEAR || value > LAST_YEAR),
  );
}

/** Whole numbers between these are taken for years. */
const FIRST_YEAR = 1_900;
const LAST_YEAR = 2_100;
