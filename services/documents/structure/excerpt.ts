import type { Excerpt, Passage } from '../../../contracts/index.ts';

/** A piece of a passage as the readers of resumes and job descriptions find it. */
export interface FoundPiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly passage: Passage;
}

/** The piece as a structure keeps it. */
export function toExcerpt({ start, end, passage }: FoundPiece): Excerpt {
  return { text: passage.text.slice(start, end), passage_id: passage.passage_id, start, end };
}

/** A part of a passage as a structure keeps it. */
export function excerptOf(passage: Passage, start: number, end: number): Excerpt {
  return toExcerpt({ text: '', start, end, passage });
}
