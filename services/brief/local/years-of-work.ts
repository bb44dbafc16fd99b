import { contentStems } from '../../text/words.ts';
import type { ResumeRole } from './resume.ts';

/** Words of a demand for years that say nothing about the field: "five years of professional experience as a senior engineer". */
const NO_FIELD = new Set(
  contentStems(
    'experience work working worked professional relevant practical industry full-time paid proven track record year years month months least minimum more plus over total overall hands-on ' +
      'one two three four five six seven eight nine ten twelve fifteen twenty build building develop developing run running production environment ' +
      'engineer developer manager specialist analyst consultant senior junior lead principal staff head role position job field team company similar equivalent related comparable',
  ),
);

/** Share of a field's words that the text of the positions must hold when no position is named for it: half, so that one common word such as "data" is not enough. */
const MIN_SHARE_IN_TEXT = 0.5;

/** Whether dated positions are of the field that years of experience are asked in. A demand without a field is met by any position. */
export function isFieldOf(demand: string, roles: readonly ResumeRole[]): boolean {
  const field = [...fieldOf(demand)];
  if (field.length === 0) return true;
  const named = fieldOf(roles.map(({ header }) => header.text).join(' '));
  if (field.some((word) => named.has(word))) return true;
  const told = fieldOf(roles.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' '));
  return field.filter((word) => told.has(word)).length >= field.length * MIN_SHARE_IN_TEXT;
}

function fieldOf(text: string): ReadonlySet<string> {
  return new Set(contentStems(text).filter((word) => !NO_FIELD.has(word) && !/\d/.test(word)));
}
