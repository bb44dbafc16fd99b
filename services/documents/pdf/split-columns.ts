import type { Gutter } from './find-gutter.ts';
import { findGutters } from './find-gutter.ts';
import { median } from './median.ts';
import type { Segment } from './text-line.ts';
import { onOneBaseline } from './text-line.ts';

/** Columns within columns that are looked for: pages have at most four or five side by side. */
const MAX_DEPTH = 6;

/** Share of the smaller side up to which drawing may go across a row and still counts as column after column. */
const MAX_ROW_HOPS = 0.25;

/** Share of a column's width that the middle one of its lines fills, when it is running text. */
const MIN_FILL = 0.6;

/** Letters of the middle one of a column's lines, when it is running text. */
const MIN_PROSE_LETTERS = 22;

/** Letters of the middle one of a side's pieces, when it is a column at all and not a row of bullets or numbers. */
const MIN_COLUMN_LETTERS = 3;

/** A stretch of a page between two segments that cross the gutter. */
interface Band {
  readonly left: Segment[];
  readonly right: Segment[];
  readonly crossing: Segment[];
}

/** A segment and on which side of the gutter it stands. */
interface Placed {
  readonly segment: Segment;
  readonly side: 'left' | 'right';
}

/**
 * Divides the segments of a page into columns in reading order: bands from top to bottom, in each the left column before the right one, and headings that
 * cross both between the bands. A table or a line with a date at its right end also has a gap in the middle, but is read row by row: the order in
 * which the page was drawn tells them apart, and where that is no help, whether both sides are running text.
 */
export function splitColumns(segments: readonly Segment[], depth = 0): readonly (readonly Segment[])[] {
  const gutters = depth < MAX_DEPTH ? findGutters(segments) : [];
  for (const gutter of gutters) {
    const bands = toBands(segments, gutter);
    const division = divisionOf(bands.filter(({ left, right }) => left.length > 0 && right.length > 0));
    if (division === null) continue;
    return bands.flatMap((band) => {
      const columns = division === 'drawn' ? stretches(band) : [band.left, band.right];
      return [band.crossing, ...columns].flatMap((part) => (part.length > 0 ? splitColumns(part, depth + 1) : []));
    });
  }
  return [segments];
}

/** The columns of a band in the order of their drawing, which may go from side to side for each entry of a list; all of the left first when a side was not drawn downward. */
function stretches(band: Band): readonly (readonly Segment[])[] {
  const parts: { side: string; segments: Segment[] }[] = [];
  for (const { segment, side } of drawn(band)) {
    const last = parts.at(-1);
    if (last?.side === side) last.segments.push(segment);
    else parts.push({ side, segments: [segment] });
  }
  const downward = ['left', 'right'].every((side) =>
    isDownward(parts.filter((part) => part.side === side).map((part) => part.segments)),
  );
  return downward && (parts.length > 2 || parts[0]?.side === 'left')
    ? parts.map((part) => part.segments)
    : [band.left, band.right];
}

function isDownward(parts: readonly (readonly Segment[])[]): boolean {
  return parts.every((part, index) => lowest(parts[index - 1] ?? []) >= highest(part));
}

function lowest(segments: readonly Segment[]): number {
  return segments.reduce((v, segment) => Math.min(v, segment.v), Infinity);
}

function highest(segments: readonly Segment[]): number {
  return segments.reduce((v, segment) => Math.max(v, segment.v), -Infinity);
}

/** Both sides of a band in drawing order. */
function drawn({ left, right }: Band): readonly Placed[] {
  const placed = [
    ...left.map((segment): Placed => ({ segment, side: 'left' })),
    ...right.map((segment): Placed => ({ segment, side: 'right' })),
  ];
  return placed.sort((one, other) => one.segment.order - other.segment.order);
}

/** A band begins with what crosses the gutter above it. */
function toBands(segments: readonly Segment[], gutter: Gutter): readonly Band[] {
  const bands: Band[] = [{ left: [], right: [], crossing: [] }];
  for (const segment of [...segments].sort((one, other) => other.v - one.v)) {
    let band = bands[bands.length - 1];
    const crosses = segment.u0 < gutter.to && segment.u1 > gutter.from;
    if (band === undefined || (crosses && band.left.length + band.right.length > 0)) {
      band = { left: [], right: [], crossing: [] };
      bands.push(band);
    }
    (crosses ? band.crossing : segment.u1 <= gutter.from ? band.left : band.right).push(segment);
  }
  return bands;
}

/** How a gutter divides the page: as it was drawn, or as running text on both sides; null when it does not. */
function divisionOf(bands: readonly Band[]): 'drawn' | 'prose' | null {
  const left = bands.flatMap((band) => band.left);
  const right = bands.flatMap((band) => band.right);
  const smaller = Math.min(left.length, right.length);
  if (smaller < 2 || Math.min(medianLetters(left), medianLetters(right)) < MIN_COLUMN_LETTERS) return null;
  if (!isFilledIn(left) && !isFilledIn(right) && isDrawnInColumns(bands, MAX_ROW_HOPS * smaller)) return 'drawn';
  return isProse(left) && isProse(right) ? 'prose' : null;
}

/** Whether the drawing goes up again to begin the other side, and hardly ever across a row. */
function isDrawnInColumns(bands: readonly Band[], max_row_hops: number): boolean {
  let [row_hops, ascents] = [0, 0];
  for (const band of bands) {
    const order = drawn(band);
    for (const [index, { segment, side }] of order.entries()) {
      const last = order[index - 1];
      if (last === undefined || last.side === side) continue;
      if (onOneBaseline(segment, last.segment)) row_hops += 1;
      else if (segment.v > last.segment.v) ascents += 1;
    }
  }
  return ascents > 0 && row_hops <= max_row_hops;
}

/** Whether a side is the fields of a form, which are drawn last and belong to what stands beside them. */
function isFilledIn(side: readonly Segment[]): boolean {
  return side.filter(({ in_annotation }) => in_annotation).length * 2 > side.length;
}

function isProse(side: readonly Segment[]): boolean {
  const width =
    side.reduce((end, { u1 }) => Math.max(end, u1), -Infinity) -
    side.reduce((start, { u0 }) => Math.min(start, u0), Infinity);
  return medianLetters(side) >= MIN_PROSE_LETTERS && median(side.map(({ u0, u1 }) => u1 - u0)) >= MIN_FILL * width;
}

function medianLetters(side: readonly Segment[]): number {
  return median(side.map(({ text }) => text.length));
}
