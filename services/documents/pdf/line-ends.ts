import { median } from './median.ts';
import type { TextLine } from './text-line.ts';

/** Fewest lines of a stretch that tell how wide it is set. */
const MIN_LINES = 3;

/** Letters of the middle one of a stretch's lines, when it is running text: addresses and lists have fewer. */
const MIN_PROSE_LETTERS = 40;

/** Share of a stretch's width that the middle one of its lines fills, when it is running text. */
const MIN_FILL = 0.85;

/**
 * Where the lines of a column would end if they were full. A stretch of running text between two gaps that is set narrower than its column, such as an
 * abstract or a quotation, has an end of its own.
 */
export function lineEnds(
  lines: readonly TextLine[],
  parted: (last: TextLine, line: TextLine) => boolean,
): ReadonlyMap<TextLine, number> {
  const ends = new Map<TextLine, number>();
  let stretch: TextLine[] = [];
  for (const line of lines) {
    const last = stretch.at(-1);
    if (last !== undefined && parted(last, line)) {
      note(stretch, ends);
      stretch = [];
    }
    stretch.push(line);
  }
  note(stretch, ends);
  return ends;
}

function note(stretch: readonly TextLine[], ends: Map<TextLine, number>): void {
  const end = stretch.reduce((furthest, { u1 }) => Math.max(furthest, u1), Number.NEGATIVE_INFINITY);
  const start = stretch.reduce((nearest, { u0 }) => Math.min(nearest, u0), Number.POSITIVE_INFINITY);
  const is_prose =
    stretch.length >= MIN_LINES &&
    median(stretch.map(({ text }) => text.length)) >= MIN_PROSE_LETTERS &&
    median(stretch.map(({ u1 }) => u1)) - start >= MIN_FILL * (end - start);
  for (const line of stretch) ends.set(line, is_prose ? end : line.column_end);
}
