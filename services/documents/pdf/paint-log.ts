import type { Box } from './geometry.ts';
import { applyToBox, intersect } from './geometry.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { Paint } from './text-run.ts';

/** Most areas noted of a page: designs of resumes have dozens, charts thousands of tiny ones that no text stands on. */
const MAX_PAINTS = 1_000;

/** Shortest side of an area that text can stand on or vanish under, in points: rules and borders are thinner. */
const MIN_SIDE_POINTS = 3;

const UNIT_SQUARE: Box = { x0: 0, y0: 0, x1: 1, y1: 1 };

/** Notes what areas of a page are painted, in drawing order. */
export class PaintLog {
  readonly all: Paint[] = [];
  #placement_pending = false;

  /** Notes that coordinates were moved: what comes next may be an image. */
  beginPlacement(): void {
    this.#placement_pending = true;
  }

  /** Notes that something else than an image came next. */
  endEmptyPlacement(): void {
    this.#placement_pending = false;
  }

  /**
   * Ends a placement into which nothing was drawn: that is where an image was, since images are left out before they are decoded
   * (`maxImageSize: 0`), which saves most of the time of a scanned page.
   */
  endPlacement(state: GraphicsState, order: number): void {
    if (this.#placement_pending) this.addImage(state, order);
  }

  /** Notes an image in the unit square. */
  addImage(state: GraphicsState, order: number): void {
    this.#placement_pending = false;
    this.#add({
      box: visible(applyToBox(state.ctm, UNIT_SQUARE), state),
      color: null,
      is_image: true,
      fills_box: true,
      opaque: false,
      order,
    });
  }

  /** Notes an area of which we know nothing but where it is. */
  addUnknown(box: Box, order: number): void {
    this.#placement_pending = false;
    this.#add({ box, color: null, is_image: false, fills_box: false, opaque: false, order });
  }

  /** Notes a filled path; `data` is pdf.js's path buffer and tells whether it is a rectangle. */
  addFill(box: Box, state: GraphicsState, data: unknown, order: number): void {
    this.#placement_pending = false;
    const opaque = state.covers && state.fill_alpha === 1 && state.fill !== null;
    if (state.fill_alpha === 0) return;
    this.#add({
      box: visible(box, state),
      color: opaque ? state.fill : null,
      is_image: false,
      fills_box: isRectangle(data),
      opaque,
      order,
    });
  }

  #add(paint: Paint): void {
    const { x0, x1, y0, y1 } = paint.box;
    if (this.all.length < MAX_PAINTS && x1 - x0 >= MIN_SIDE_POINTS && y1 - y0 >= MIN_SIDE_POINTS) this.all.push(paint);
  }
}

function visible(box: Box, state: GraphicsState): Box {
  return intersect(box, state.clip);
}

/** Numbers in pdf.js's path buffer of a rectangle: one move and three lines with their points, one close. */
const RECTANGLE_BUFFER_LENGTH = 13;

/** Whether a path buffer holds one rectangle: four points on two abscissas and two ordinates (pdf.js DrawOPS: 0 move, 1 line, 4 close). */
function isRectangle(data: unknown): boolean {
  const buffer: unknown = Array.isArray(data) ? data[0] : null;
  if (!(buffer instanceof Float32Array) && !Array.isArray(buffer)) return false;
  const numbers = Array.from(buffer as ArrayLike<number>);
  if (numbers.length < RECTANGLE_BUFFER_LENGTH - 1 || numbers.length > RECTANGLE_BUFFER_LENGTH + 3) return false;
  if (numbers[0] !== 0 || numbers[3] !== 1 || numbers[6] !== 1 || numbers[9] !== 1) return false;
  return (
    new Set([numbers[1], numbers[4], numbers[7], numbers[10]]).size === 2 &&
    new Set([numbers[2], numbers[5], numbers[8], numbers[11]]).size === 2
  );
}
