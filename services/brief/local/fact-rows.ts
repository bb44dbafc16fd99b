import { MAX_CITATIONS } from '../../../contracts/index.ts';
import type { DraftClaim } from '../brief-writer.ts';
import { FACT_LABEL } from './cues/company.ts';
import { CUSTOMER_LABEL } from './cues/customers.ts';
import type { Evidence } from './evidence.ts';
import type { Sentence } from './sentence.ts';
import { cite } from './sentence.ts';

/** Most rows of a company's table of facts that are told: age, size, place, what it does. */
const MAX_ROWS = 4;

/** Longest value of a label, in characters: a place or a number, not a story. */
const MAX_VALUE_CHARACTERS = 80;

/** A fact beside its label, and where both stand. */
interface Fact {
  readonly label: string;
  readonly value: string;
  readonly from: readonly Sentence[];
}

/**
 * The facts that pages about the company give beside a label, in one line: in a table's row ("設立 | 2009年4月"), after a colon, or as a term and its
 * definition in a list.
 */
export function factRows(evidence: Evidence): DraftClaim[] {
  return joined(factsUnder(evidence, FACT_LABEL).slice(0, MAX_ROWS));
}

/** The customers that a table of facts names beside a label: "主要取引先 | …". */
export function customerRows(evidence: Evidence): DraftClaim[] {
  return joined(factsUnder(evidence, CUSTOMER_LABEL).slice(0, 1));
}

function factsUnder({ sources }: Evidence, labels: RegExp): Fact[] {
  const found = sources
    .filter(({ kind }) => kind === 'about' || kind === 'home' || kind === 'contact')
    .flatMap(({ sentences }) => sentences.flatMap((sentence, position) => factOf(sentence, sentences[position + 1])))
    .filter(({ label, value }) => labels.test(label) && value.length <= MAX_VALUE_CHARACTERS);
  return found.filter(({ label }, position) => found.findIndex((other) => other.label === label) === position);
}

function factOf(sentence: Sentence, next: Sentence | undefined): Fact[] {
  const [, label, value] = LABELLED.exec(sentence.text) ?? [];
  if (label !== undefined && value !== undefined) return [{ label: label.trim(), value, from: [sentence] }];
  const isTerm = sentence.passage.kind === 'list_item' && next?.passage.kind === 'list_item';
  return isTerm ? [{ label: sentence.text.trim(), value: next.text, from: [sentence, next] }] : [];
}

/** One claim of several facts, as far as it can cite them. */
function joined(facts: readonly Fact[]): DraftClaim[] {
  const told = facts.filter(
    (_, position) => facts.slice(0, position + 1).flatMap(({ from }) => from).length <= MAX_CITATIONS,
  );
  if (told.length === 0) return [];
  return [
    {
      statement: told.map(({ label, value }) => `${label}: ${value}`).join('; '),
      basis: 'stated',
      citations: told.flatMap(({ from }) => from).map((sentence) => cite(sentence)),
    },
  ];
}

/** A label and its value in one line. */
const LABELLED = /^([^|::]{2,30}?)(?: \| |[::] ?)([^|]+)$/u;
