import type { Box } from './geometry.ts';
import type { GridRules } from './grid-rules.ts';
import { joinLines } from './join-lines.ts';
import { joinRuns } from './join-runs.ts';
import { toReadingOrder } from './right-to-left.ts';
import type { Segment } from './text-line.ts';
import type { TextRun } from './text-run.ts';

/** How far rules that are one may lie apart, in points. */
const SAME_PLACE_POINTS = 3;

/** Fewest rows of a table: boxes that stand beside each other look like one row. */
const MIN_ROWS = 2;

/** Lines of a cell up to which it is a cell of a table; grids that only arrange a page hold whole sections in theirs. */
const MAX_CELL_LINES = 8;

/** Longest row, in characters, that is kept as one line. */
const MAX_ROW_CHARACTERS = 600;

/** The runs of a page that stand in rows of tables, as rows, and all others. */
export interface TableRows {
  readonly rows: readonly Segment[];
  readonly rest: readonly TextRun[];
}

/**
 * Reads rows of tables between their rules: one segment a row, as wide as the table, its cells divided by " | ", each with its lines joined. Rows that fill one cell alone, or hold more than a table's row does,
 * are left to be read as lines. `grid` are rules that meet.
 */
export function takeTableRows(runs: readonly TextRun[], grid: GridRules): TableRows {
  const levels = distinct(grid.level.map(({ y0, y1 }) => (y0 + y1) / 2));
  const bands = Map.groupBy(runs, ({ v }) => levels.findLastIndex((level) => level <= v));
  const rows: Segment[] = [];
  const rest: TextRun[] = [];
  for (const [index, band] of bands) {
    const [bottom, top] = [levels[index], levels[index + 1]];
    const edges = bottom === undefined || top === undefined ? [] : edgesOf(grid, bottom, top);
    const cells = edges.length < 3 ? new Map<number, TextRun[]>() : toCells(band, edges);
    const outside = [...(cells.get(-1) ?? []), ...(cells.get(edges.length - 1) ?? [])];
    const row = toRow(edges, cells);
    if (row === undefined) rest.push(...band);
    else {
      rows.push(row);
      rest.push(...outside);
    }
  }
  return rows.length < MIN_ROWS ? { rows: [], rest: runs } : { rows, rest };
}

/** Where the cells between two levels begin and end, from left to right. */
function edgesOf({ upright, level }: GridRules, bottom: number, top: number): readonly number[] {
  const near = SAME_PLACE_POINTS;
  const parting = upright.filter(({ y0, y1 }) => y0 <= bottom + near && y1 >= top - near);
  if (parting.length === 0) return [];
  const around = level.filter(
    (rule) =>
      [bottom, top].some((v) => Math.abs((rule.y0 + rule.y1) / 2 - v) <= near) &&
      parting.some(({ x0, x1 }) => rule.x0 <= x1 + near && rule.x1 >= x0 - near),
  );
  return distinct([...parting.map(middle), ...around.flatMap(({ x0, x1 }) => [x0, x1])]);
}

function middle({ x0, x1 }: Box): number {
  return (x0 + x1) / 2;
}

/** Values in rising order, those that lie close together as one. */
function distinct(values: readonly number[]): readonly number[] {
  return values
    .toSorted((one, other) => one - other)
    .filter((value, index, sorted) => index === 0 || value - (sorted[index - 1] ?? 0) > SAME_PLACE_POINTS);
}

/** Runs by the index of their cell; −1 is left of the table, the last edge's index right of it. */
function toCells(band: readonly TextRun[], edges: readonly number[]): Map<number, TextRun[]> {
  return Map.groupBy(band, ({ u0, u1 }) => edges.findLastIndex((edge) => edge <= (u0 + u1) / 2));
}

function toRow(edges: readonly number[], cells: ReadonlyMap<number, readonly TextRun[]>): Segment | undefined {
  const inside = [...cells].filter(([index]) => index >= 0 && index < edges.length - 1);
  if (inside.length < 2) return undefined;
  const lines = inside.toSorted(([one], [other]) => one - other).map(([, runs]) => linesOf(runs));
  const text = lines.map((cell) => joinLines(cell, new Set())).join(' | ');
  const [first] = inside.flatMap(([, runs]) => runs).sort((one, other) => other.v - one.v);
  if (first === undefined || text.length > MAX_ROW_CHARACTERS || lines.some((cell) => cell.length > MAX_CELL_LINES))
    return undefined;
  const { v, size, order } = first;
  const bold = inside.every(([, runs]) => runs.every((run) => run.bold));
  return { text, u0: edges[0] ?? 0, u1: edges.at(-1) ?? 0, v, size, bold, in_annotation: false, is_cells: true, order };
}

/** The lines of a cell from top to bottom. */
function linesOf(runs: readonly TextRun[]): readonly string[] {
  const segments = joinRuns(runs).toSorted((one, other) => other.v - one.v || one.u0 - other.u0);
  return segments.map(({ text }) => toReadingOrder(text));
}
