import type { FoundText, Span } from './anchor.ts';
import { anchor } from './anchor.ts';
import type { Chunk, Piece } from './cut-chunks.ts';

/** Something found and where in a passage it stands, offsets in UTF-16 code units. */
export interface PlacedFind<Found> extends Span {
  readonly found: Found;
  readonly passage: Piece['passage'];
  /** As it stands in the passage. */
  readonly form: string;
}

/** Finds the places in passages of what was found in a chunk. What spans two passages or is not there as returned has none. */
export function placeFound<Found extends FoundText>(
  { text, pieces }: Chunk,
  found: readonly Found[],
): readonly PlacedFind<Found>[] {
  const spans = anchor(text.toWellFormed(), found);
  return found.flatMap((item, index) => {
    const span = spans[index];
    const piece = span && pieces.findLast(({ at }) => at <= span.start);
    if (span === undefined || piece === undefined || span.end > piece.at + piece.text.length) return [];
    const start = piece.from + span.start - piece.at;
    const end = piece.from + span.end - piece.at;
    return [{ found: item, passage: piece.passage, start, end, form: piece.passage.text.slice(start, end) }];
  });
}
