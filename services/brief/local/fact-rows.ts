import type { DraftClaim } from '../brief-writer.ts';
import { FACT_LABEL } from './cues/company.ts';
import type { Evidence } from './evidence.ts';
import type { Sentence } from './sentence.ts';
import { cite } from './sentence.ts';

/** Most rows of a company's table of facts that are told: age, size, place, what it does. */
const MAX_ROWS = 4;

/** Longest value of a label, in characters: a place or a number, not a story. */
const MAX_VALUE_CHARACTERS = 80;

/** The facts that pages about the company give beside a label: in a table's row ("設立 | 2009年4月"), after a colon, or as a term and its definition in a list. */
export function factRows({ sources }: Evidence): DraftClaim[] {
  return sources
    .filter(({ kind }) => kind === 'about' || kind === 'home' || kind === 'contact')
    .flatMap(({ sentences }) => sentences.flatMap((sentence, position) => factOf(sentence, sentences[position + 1])))
    .slice(0, MAX_ROWS);
}

function factOf(sentence: Sentence, next: Sentence | undefined): DraftClaim[] {
  const [, label, value] = LABELLED.exec(sentence.text) ?? [];
  if (label !== undefined && value !== undefined) return claimOf(label, value, [sentence]);
  const isTerm = sentence.passage.kind === 'list_item' && next?.passage.kind === 'list_item';
  return isTerm ? claimOf(sentence.text, next.text, [sentence, next]) : [];
}

/** A label and its value in one line. */
const LABELLED = /^([^|::]{2,30}?)(?: \| |[::] ?)([^|]+)$/u;

function claimOf(label: string, value: string, from: readonly Sentence[]): DraftClaim[] {
  if (!FACT_LABEL.test(label.trim()) || value.length > MAX_VALUE_CHARACTERS) return [];
  return [
    { statement: `${label.trim()}: ${value}`, basis: 'stated', citations: from.map((sentence) => cite(sentence)) },
  ];
}
