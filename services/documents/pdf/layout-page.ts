import type { Box } from './geometry.ts';
import type { GridRules } from './grid-rules.ts';
import { isParted, NO_GRID } from './grid-rules.ts';
import { joinRuns } from './join-runs.ts';
import { isRightToLeft, toReadingOrder } from './right-to-left.ts';
import { splitColumns } from './split-columns.ts';
import { takeTableRows } from './table-rows.ts';
import type { Segment, TextLine } from './text-line.ts';
import { onOneBaseline } from './text-line.ts';
import type { TextRun } from './text-run.ts';

/** Room within a line that makes it a row, in parts of the type's size: justified text stays below. */
const ROW_GAP = 2;

/**
 * Puts the visible runs of a page into lines in reading order. Each writing direction is laid out by itself, the one with the most text first,
 * so that turned pages, vertical Japanese and a note up the margin come out whole.
 */
export function layoutPage(runs: readonly TextRun[], page: number, grid: GridRules = NO_GRID): readonly TextLine[] {
  const directions = [...Map.groupBy(runs, ({ angle }) => angle)].sort(
    ([, one], [, other]) => letters(other) - letters(one),
  );
  let column = 0;
  return directions.flatMap(([angle, turned]) => {
    const rules = angle === 0 ? grid : NO_GRID;
    const rtl = isRightToLeft(turned.map(({ text }) => text).join(''));
    const { rows, rest } = takeTableRows(turned, rules);
    return splitColumns([...joinRuns(rest), ...rows]).flatMap((segments) => {
      column += 1;
      return toLines(segments, { page, angle, column }, { cell_rules: rules.upright, rtl });
    });
  });
}

function letters(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** What is said of all lines of a page in one writing direction. */
interface Setting {
  readonly cell_rules: readonly Box[];
  /** Whether they run from right to left. */
  readonly rtl: boolean;
}

function toLines(
  segments: readonly Segment[],
  place: { page: number; angle: number; column: number },
  setting: Setting,
): readonly TextLine[] {
  const column_start = segments.reduce((start, { u0 }) => Math.min(start, u0), Number.POSITIVE_INFINITY);
  const column_end = segments.reduce((end, { u1 }) => Math.max(end, u1), Number.NEGATIVE_INFINITY);
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => other.v - one.v || one.u0 - other.u0)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row === undefined || last === undefined || !onOneBaseline(last, segment)) rows.push([segment]);
    else row.push(segment);
  }
  return rows.map((row) => ({ ...toLine(row, setting), ...place, column_start, column_end }));
}

function toLine(
  row: readonly Segment[],
  { cell_rules, rtl }: Setting,
): Pick<TextLine, 'text' | 'u0' | 'u1' | 'v' | 'size' | 'bold' | 'is_row' | 'is_cells'> {
  const sorted = [...row].sort((one, other) => one.u0 - other.u0);
  const longest = sorted.reduce((best, segment) => (segment.text.length > best.text.length ? segment : best));
  const cells = toCells(sorted, cell_rules);
  return {
    text: longest.is_cells ? cells.join(' | ') : cells.map((cell) => toReadingOrder(cell, rtl)).join(' | '),
    is_cells: longest.is_cells || cells.length > 1,
    u0: sorted[0]?.u0 ?? 0,
    u1: sorted.reduce((end, { u1 }) => Math.max(end, u1), -Infinity),
    v: longest.v,
    size: longest.size,
    bold: sorted.every(({ bold }) => bold),
    is_row:
      longest.is_cells ||
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
