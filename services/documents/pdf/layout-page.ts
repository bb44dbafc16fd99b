import type { Box } from './geometry.ts';
import { isParted } from './grid-rules.ts';
import { joinRuns } from './join-runs.ts';
import { toReadingOrder } from './right-to-left.ts';
import { splitColumns } from './split-columns.ts';
import type { Segment, TextLine } from './text-line.ts';
import { onOneBaseline } from './text-line.ts';
import type { TextRun } from './text-run.ts';

/** Room within a line that makes it a row, in parts of the type's size: justified text stays below. */
const ROW_GAP = 2;

/**
 * Puts the visible runs of a page into lines in reading order. Each writing direction is laid out by itself, the one with the most text first,
 * so that turned pages, vertical Japanese and a note up the margin come out whole.
 */
export function layoutPage(
  runs: readonly TextRun[],
  page: number,
  cell_rules: readonly Box[] = [],
): readonly TextLine[] {
  const directions = [...Map.groupBy(runs, ({ angle }) => angle)].sort(
    ([, one], [, other]) => letters(other) - letters(one),
  );
  let column = 0;
  return directions.flatMap(([angle, turned]) =>
    splitColumns(joinRuns(turned)).flatMap((segments) => {
      column += 1;
      return toLines(segments, { page, angle, column }, angle === 0 ? cell_rules : []);
    }),
  );
}

function letters(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

function toLines(
  segments: readonly Segment[],
  place: { page: number; angle: number; column: number },
  cell_rules: readonly Box[],
): readonly TextLine[] {
  const column_end = segments.reduce((end, { u1 }) => Math.max(end, u1), Number.NEGATIVE_INFINITY);
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => other.v - one.v || one.u0 - other.u0)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row === undefined || last === undefined || !onOneBaseline(last, segment)) rows.push([segment]);
    else row.push(segment);
  }
  return rows.map((row) => ({ ...toLine(row, cell_rules), ...place, column_end }));
}

function toLine(
  row: readonly Segment[],
  cell_rules: readonly Box[],
): Pick<TextLine, 'text' | 'u0' | 'u1' | 'v' | 'size' | 'bold' | 'is_row' | 'is_cells'> {
  const sorted = [...row].sort((one, other) => one.u0 - other.u0);
  const longest = sorted.reduce((best, segment) => (segment.text.length > best.text.length ? segment : best));
  const cells = toCells(sorted, cell_rules);
  return {
    text: cells.map((cell) => toReadingOrder(cell)).join(' | '),
    is_cells: cells.length > 1,
    u0: sorted[0]?.u0 ?? 0,
    u1: sorted.reduce((end, { u1 }) => Math.max(end, u1), -Infinity),
    v: longest.v,
    size: longest.size,
    bold: sorted.every(({ bold }) => bold),
    is_row:
      cells.length > 1 ||
      sorted.some((segment, index) => segment.u0 - (sorted[index - 1]?.u1 ?? segment.u0) > ROW_GAP * segment.size),
  };
}

/** The texts of a line between the rules that part it; one where none does. */
function toCells(sorted: readonly Segment[], cell_rules: readonly Box[]): readonly string[] {
  const cells: string[] = [];
  for (const [index, { text, u0, v }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || isParted(cell_rules, before.u1, u0, v)) cells.push(text);
    else cells[cells.length - 1] += ` ${text}`;
  }
  return cells;
}
