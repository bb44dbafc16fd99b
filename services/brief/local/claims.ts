import type { DraftClaim } from '../brief-writer.ts';
import type { Evidence } from './evidence.ts';
import type { Sentence } from './sentence.ts';
import { cite } from './sentence.ts';

/** Gives the claims of one section, most important first. */
export type SectionSelector = (evidence: Evidence) => DraftClaim[];

/** A claim that is a sentence of a source, word for word. */
export function statedSentence(sentence: Sentence): DraftClaim {
  return { statement: sentence.text, basis: 'stated', citations: [cite(sentence)] };
}

/** Advice or a conclusion, with the sentences it is drawn from. */
export function inferred(statement: string, from: readonly Sentence[]): DraftClaim {
  return { statement, basis: 'inferred', citations: from.map((sentence) => cite(sentence)) };
}
