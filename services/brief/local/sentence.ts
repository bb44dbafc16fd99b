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
  const spans = whole
    ? [{ text: passage.text, start: 0, end: passage.text.length }]
    : splitEntries(passage.text).flatMap(sentencesIn);
  return spans.map(({ text, start, end }) => {
    const mark = BULLET.exec(text)?.[0].length ?? 0;
    return { text: text.slice(mark), start: start + mark, end, passage, source };
  });
}

/** A piece of a text and where it stands. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A list that was pasted into one line: "Required • SQL • Python". One mark alone may be a separator. */
const INLINE_MARK = /\s[•▪◦‣]\s+/gu;
const MIN_INLINE_MARKS = 2;

function splitEntries(text: string): Piece[] {
  const marks = [...text.matchAll(INLINE_MARK)];
  if (marks.length < MIN_INLINE_MARKS) return [{ text, start: 0, end: text.length }];
  const starts = [0, ...marks.map((mark) => mark.index + mark[0].length)];
  const ends = [...marks.map((mark) => mark.index), text.length];
  return starts
    .map((start, position) => ({ start, end: ends[position] ?? text.length }))
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}

function sentencesIn({ text, start: offset }: Piece): Piece[] {
  return splitSentences(text).map(({ text: sentence, start, end }) => ({
    text: sentence,
    start: offset + start,
    end: offset + end,
  }));
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
