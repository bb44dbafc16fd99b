import type { DraftClaim } from '../../brief-writer.ts';
import { bareValues } from '../bare-values.ts';
import type { SectionSelector } from '../claims.ts';
import { statedSentence } from '../claims.ts';
import { MISSION } from '../cues/company.ts';
import { BELIEF, WAYS } from '../cues/culture.ts';
import { ROLE, ROLES_HEADING } from '../cues/roles.ts';
import { best } from '../rank.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';
import { tellingSentences } from '../telling-sentences.ts';
import type { Value } from '../values.ts';
import { valuesOf } from '../values.ts';

const MAX_WAYS = 2;

/** What they value, in their words, and how they work. */
export const cultureAndValues: SectionSelector = (evidence) => {
  const sentences = tellingSentences(evidence);
  const missions = best(sentences, (sentence) => (isBelief(sentence.text) ? 1 : 0), 1);
  const ways = best(sentences, (sentence) => wayScore(sentence), MAX_WAYS);
  return [
    ...valuesOf(evidence).map(valueClaim),
    ...bareValues(evidence),
    ...[...missions, ...ways].map(statedSentence),
  ];
};

function isBelief(text: string): boolean {
  return MISSION.test(text) || BELIEF.test(text);
}

function valueClaim({ name, heading, sentence }: Value): DraftClaim {
  if (heading === sentence) return statedSentence(sentence);
  return { statement: `${name}: ${sentence.text}`, basis: 'stated', citations: [cite(heading), cite(sentence)] };
}

function wayScore({ text, source, passage }: Sentence): number {
  if (ROLE.test(text) && passage.headings.some((heading) => ROLES_HEADING.test(heading))) return 0;
  const kind = source.kind === 'page' ? source.page_kind : 'other';
  return WAYS.test(text) && ['careers', 'values', 'about', 'role', 'team', 'engineering'].includes(kind) ? 1 : 0;
}
