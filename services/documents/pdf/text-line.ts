import type { TextRun } from './text-run.ts';

/** A piece of a line: runs that stand close together on one baseline. Coordinates as in {@link TextRun}. */
export interface Segment {
  text: string;
  readonly u0: number;
  readonly u1: number;
  readonly v: number;
  readonly size: number;
  readonly bold: boolean;
  readonly in_annotation: boolean;
  /** Whether it is a row of a table, whose cells its text divides by " | ". */
  readonly is_cells: boolean;
  readonly order: number;
}

/** A line of text in reading order. */
export interface TextLine {
  readonly text: string;
  /** Page, from 1. */
  readonly page: number;
  readonly angle: number;
  readonly u0: number;
  readonly u1: number;
  readonly v: number;
  readonly size: number;
  readonly bold: boolean;
  /** Whether it has parts that stand far apart, as a row of a table or an entry with its date has. */
  readonly is_row: boolean;
  /** Whether rules of a grid part it into cells, which its text divides by " | ". */
  readonly is_cells: boolean;
  /** Lines of one column on one page share it; text does not flow from one to the other. */
  readonly column: number;
  /** Left edge of the column's text. */
  readonly column_start: number;
  /** Right edge of the column's text. */
  readonly column_end: number;
}

/** How far apart baselines of one line may be, in parts of the larger type: drifting scans stay below 0.2, the smallest leading is 0.8. */
const SAME_BASELINE = 0.3;

/** Whether two pieces stand on one baseline. */
export function onOneBaseline(one: { v: number; size: number }, other: { v: number; size: number }): boolean {
  return Math.abs(one.v - other.v) <= SAME_BASELINE * Math.max(one.size, other.size);
}

/** A run as the shortest segment. */
export function toSegment({ text, u0, u1, v, size, bold, in_annotation, order }: TextRun): Segment {
  return { text, u0, u1, v, size, bold, in_annotation, is_cells: false, order };
}
