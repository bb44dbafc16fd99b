import type { Passage, Source } from '../../../contracts/index.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { DraftCitation } from '../brief-writer.ts';
import type { Span } from '../trim-quote.ts';

/** A sentence of a source and where it stands: what every claim of the local writer is made of. */
export interface Sentence {
  readonly text: string;
  /** Offsets from the passage's first character. */
  readonly start: number;
  readonly end: number;
  readonly passage: Passage;
  readonly source: Source;
}

/** Marks that lists carry in plain text: "- ", "• ", "3) ". */
const BULLET = /^(?:[-–—*•·▪◦‣]|\(?\d{1,2}[.)])\s+/u;

/** The sentences of a passage, without list marks. A heading or table row is one piece. */
export function sentencesOf(source: Source, passage: Passage): Sentence[] {
  const whole = passage.kind === 'heading' || passage.kind === 'table_row';
  const spans = whole ? [{ text: passage.text, start: 0, end: passage.text.length }] : splitSentences(passage.text);
  return spans.map(({ text, start, end }) => {
    const mark = BULLET.exec(text)?.[0].length ?? 0;
    return { text: text.slice(mark), start: start + mark, end, passage, source };
  });
}

/** The citation of a sentence, or of a part of it given by offsets from the sentence's first character. */
export function cite(sentence: Sentence, part?: Span): DraftCitation {
  const { passage, start, end } = sentence;
  return { passage_id: passage.passage_id, start: start + (part?.start ?? 0), end: part ? start + part.end : end };
}

/** The whole passage as one piece, list mark taken off: for list items and headings that stand for themselves. */
export function wholeOf(source: Source, passage: Passage): Sentence {
  const mark = BULLET.exec(passage.text)?.[0].length ?? 0;
  return { text: passage.text.slice(mark), start: mark, end: passage.text.length, passage, source };
}
