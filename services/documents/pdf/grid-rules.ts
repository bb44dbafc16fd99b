import type { Box, Matrix } from './geometry.ts';
import { apply } from './geometry.ts';

/** Rules of a page, in points: boxes that are thin in one direction. */
export interface GridRules {
  readonly upright: readonly Box[];
  readonly level: readonly Box[];
}

/** Shortest rule that parts cells, in points: shorter ones belong to letters and signs. */
const MIN_LENGTH_POINTS = 6;

/** How far a rule may lean, and how thick one that is drawn as a filled box may be, in points. */
const MAX_THICKNESS_POINTS = 2;

/** Most rules noted of a page: a table of fifty rows with ten columns draws some 1,000. */
const MAX_RULES = 2_000;

/** Level rules that an upright one must meet to be part of a grid: one above and one below a row. */
const MIN_CROSSINGS = 2;

/** The step of pdf.js's path buffer that begins a line (DrawOPS). */
const MOVE = 0;

/** Straight steps: a line, and the close of a path. */
const STRAIGHT: ReadonlySet<number> = new Set([1, 4]);

type Point = [number, number];

/** Numbers behind each step: the coordinates of its points. */
const POINT_NUMBERS: ReadonlyMap<number, number> = new Map([
  [0, 2],
  [1, 2],
  [2, 6],
  [3, 4],
  [4, 0],
]);

/** Notes the rules among the lines that a page draws. */
export class RuleLog implements GridRules {
  readonly upright: Box[] = [];
  readonly level: Box[] = [];

  /** Takes a path: pdf.js's buffer, and the transformation it is drawn under. */
  addPath(data: unknown, matrix: Matrix): void {
    const buffer: unknown = Array.isArray(data) ? data[0] : null;
    if (!(buffer instanceof Float32Array) || this.#full) return;
    let start: Point | null = null;
    let from: Point | null = null;
    for (const { operator, point } of stepsOf(buffer)) {
      const to: Point | null = point === null ? start : apply(matrix, ...point);
      if (operator === MOVE) start = to;
      else if (STRAIGHT.has(operator) && from !== null && to !== null) this.#addLine(from, to);
      from = to;
    }
  }

  get #full(): boolean {
    return this.upright.length + this.level.length >= MAX_RULES;
  }

  #addLine([x0, y0]: Point, [x1, y1]: Point): void {
    const box = { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) };
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    if (this.#full) return;
    if (width <= MAX_THICKNESS_POINTS && height >= MIN_LENGTH_POINTS) this.upright.push(box);
    else if (height <= MAX_THICKNESS_POINTS && width >= MIN_LENGTH_POINTS) this.level.push(box);
  }
}

interface Step {
  readonly operator: number;
  /** Where it leads; null where that is the start. */
  readonly point: Point | null;
}

/** The steps of a path, by the last point of each; an unknown one ends it. */
function* stepsOf(buffer: Float32Array): Generator<Step> {
  for (let at = 0; at < buffer.length; ) {
    const operator = buffer[at] ?? Number.NaN;
    const length = POINT_NUMBERS.get(operator);
    if (length === undefined) return;
    yield { operator, point: length === 0 ? null : [buffer[at + length - 1] ?? 0, buffer[at + length] ?? 0] };
    at += 1 + length;
  }
}

/** The rules that make grids: upright ones that level ones cross or meet, and those; not dividers between columns, marks beside an entry or lines under headings. */
export function rulesOfGrids({ upright, level }: GridRules): GridRules {
  const crossed = upright.filter((rule) => {
    let crossings = 0;
    return level.some((other) => crosses(rule, other) && ++crossings >= MIN_CROSSINGS);
  });
  return { upright: crossed, level: level.filter((rule) => crossed.some((other) => crosses(other, rule))) };
}

/** No rules. */
export const NO_GRID: GridRules = { upright: [], level: [] };

function crosses(upright: Box, level: Box): boolean {
  const near = MAX_THICKNESS_POINTS;
  return (
    level.x0 <= upright.x1 + near &&
    level.x1 >= upright.x0 - near &&
    level.y0 <= upright.y1 + near &&
    level.y1 >= upright.y0 - near
  );
}

/** Whether a rule stands between two places on a line, at the height of its letters. */
export function isParted(rules: readonly Box[], from: number, to: number, v: number): boolean {
  return rules.some(({ x0, x1, y0, y1 }) => x0 >= from && x1 <= to && y0 <= v + 1 && y1 >= v);
}
