import { joinRaisedRuns } from './raised-runs.ts';
import type { Segment } from './text-line.ts';
import { onOneBaseline, toSegment } from './text-line.ts';
import type { TextRun } from './text-run.ts';

/** Room between two runs that ends a segment, in parts of the type's size; see RUN_END_GAP of the runs. */
const SEGMENT_END_GAP = 1;

/** Room between two runs that reads as a space, in parts of the type's size. */
const SPACE_GAP = 0.14;

/** How much of a run may lie over the last one before they are two layers of text, in parts of the shorter. */
const MAX_OVERLAP = 0.6;

/**
 * Joins runs that follow each other on a baseline to segments: words in another font, superscripts, letters that were drawn one by one. Runs drawn twice at one
 * place (a way to make them bold) count once. `runs` share one writing direction.
 */
export function joinRuns(runs: readonly TextRun[]): readonly Segment[] {
  const rows = toRows([...runs].sort((one, other) => other.v - one.v || one.u0 - other.u0));
  return joinRaisedRuns(rows).flatMap(joinRow);
}

function toRows(sorted: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const rows: TextRun[][] = [];
  let row: TextRun[] = [];
  for (const run of sorted) {
    const last = row.at(-1);
    if (last !== undefined && !onOneBaseline(last, run)) {
      rows.push(row);
      row = [];
    }
    row.push(run);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function joinRow(row: readonly TextRun[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const run of [...row].sort((one, other) => one.u0 - other.u0 || one.order - other.order)) {
    const index = lastThat(segments, (segment) => follows(segment, run));
    const segment = segments[index];
    if (segment === undefined) segments.push(toSegment(run));
    else if (!repeats(segment, run)) segments[index] = extend(segment, run);
  }
  return segments;
}

/** Looks only at the last few segments: more do not lie over each other on one line, and a hostile line with many must not cost their square. */
function lastThat(segments: readonly Segment[], matches: (segment: Segment) => boolean): number {
  for (let index = segments.length - 1; index >= Math.max(0, segments.length - 4); index -= 1) {
    const segment = segments[index];
    if (segment !== undefined && matches(segment)) return index;
  }
  return -1;
}

function follows(segment: Segment, run: TextRun): boolean {
  if (repeats(segment, run)) return true;
  const size = Math.max(segment.size, run.size);
  const overlap = segment.u1 - run.u0;
  return (
    run.u0 - segment.u1 < SEGMENT_END_GAP * size &&
    overlap < MAX_OVERLAP * Math.min(run.u1 - run.u0, segment.u1 - segment.u0) + 0.5
  );
}

/** Whether a run was drawn at that place before. */
function repeats(segment: Segment, run: TextRun): boolean {
  return (
    segment.text.endsWith(run.text) &&
    Math.abs(segment.u1 - run.u1) < 0.25 * run.size &&
    run.u0 < segment.u1 &&
    Math.abs(segment.v - run.v) < 0.1 * run.size
  );
}

function extend(segment: Segment, run: TextRun): Segment {
  const longer = segment.u1 - segment.u0 >= run.u1 - run.u0 ? segment : run;
  const space = run.u0 - segment.u1 > SPACE_GAP * Math.min(segment.size, run.size) ? ' ' : '';
  return {
    text: segment.text + space + run.text,
    u0: segment.u0,
    u1: Math.max(segment.u1, run.u1),
    v: longer.v,
    size: longer.size,
    bold: longer.bold,
    in_annotation: longer.in_annotation,
    is_cells: false,
    order: Math.min(segment.order, run.order),
  };
}
