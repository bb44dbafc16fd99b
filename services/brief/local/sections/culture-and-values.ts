import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { statedSentence } from '../claims.ts';
import type { CompanySource, Evidence } from '../evidence.ts';
import { best } from '../rank.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';
import { isTelling, tellingSentences } from '../sentence-quality.ts';

const MAX_VALUES = 5;
const MAX_WAYS = 2;

const VALUES_HEADING =
  /\b(?:values?|principles|culture|how we work|what we believe|beliefs|what we stand for|what matters|werte|kultur|valeurs|valores|valori|waarden)\b/i;
const MISSION =
  /\b(?:our|['’]s) (?:mission|purpose|vision) is\b|\bwe (?:believe|value|care about)\b|unsere mission|notre mission|nuestra misión/i;
const WAYS =
  /\b(?:remote|hybrid|from home|in the office|offices? (?:two|three|four|\d) days|four-day|flexible (?:hours|working)|async|parental leave|vacation|home ?office|télétravail|teletrabajo)\b/i;

/** A value that a heading names, and the sentence that explains it. */
export interface Value {
  readonly name: string;
  readonly heading: Sentence;
  readonly sentence: Sentence;
}

/** What they value, in their words, and how they work. */
export const cultureAndValues: SectionSelector = (evidence) => {
  const values = valuesOf(evidence).map(valueClaim);
  const sentences = tellingSentences(evidence);
  const missions = best(sentences, (sentence) => (MISSION.test(sentence.text) ? 1 : 0), 1);
  const ways = best(sentences, (sentence) => wayScore(sentence), MAX_WAYS);
  return [...values, ...[...missions, ...ways].map(statedSentence)];
};

/** The values that headings on a page about values name, or that list items there name before a colon or dash. */
export function valuesOf(evidence: Evidence): Value[] {
  return evidence.sources.flatMap(valuesOn).slice(0, MAX_VALUES);
}

function valuesOn(source: CompanySource): Value[] {
  return source.passages.flatMap((passage, position) => {
    const under =
      passage.headings.some((heading) => VALUES_HEADING.test(heading)) ||
      (source.kind === 'values' && passage.headings.length > 0);
    const next = source.passages[position + 1];
    if (passage.kind !== 'heading' || !under || !next || next.kind === 'heading') return [];
    const heading = source.sentences.find((candidate) => candidate.passage === passage);
    const sentence = source.sentences.find((candidate) => candidate.passage === next);
    const short = passage.text.split(' ').length <= MAX_NAME_WORDS && !passage.text.endsWith('?');
    return heading && sentence && short && isTelling(sentence)
      ? [{ name: passage.text.replace(/[.!]$/, ''), heading, sentence }]
      : [];
  });
}

/** Longest name of a value, in words. */
const MAX_NAME_WORDS = 8;

function valueClaim({ name, heading, sentence }: Value): DraftClaim {
  return { statement: `${name}: ${sentence.text}`, basis: 'stated', citations: [cite(heading), cite(sentence)] };
}

function wayScore({ text, source }: Sentence): number {
  const kind = source.kind === 'page' ? source.page_kind : 'other';
  return WAYS.test(text) && ['careers', 'values', 'about', 'role', 'team', 'engineering'].includes(kind) ? 1 : 0;
}
