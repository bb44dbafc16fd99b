import type { Raster } from './raster.ts';

/** How the lines of a page run. */
export interface Slant {
  /** Whether they run up or down the picture and not across it. */
  readonly sideways: boolean;
  /** How far they are turned clockwise from that, in radians. */
  readonly skew: number;
}

/** Side of the reduced picture that is looked at, in pixels: lines of print are still apart, and it takes some ten milliseconds. */
const REDUCED_SIDE = 800;

/** Largest slant that is looked for, in degrees: pages that slip in a feeder stay below 5, photographs below 15. */
const MAX_SKEW_DEGREES = 15;

/** Step of the search, in degrees; Tesseract itself copes with half of one. */
const STEP_DEGREES = 0.5;

/** How much sharper the lines must be up the page than across it to call it sideways: rules of tables make both sharp. */
const SIDEWAYS_FACTOR = 1.3;

/** How much darker than the middle between the page's mean and black a pixel must be to count as ink. */
const INK_SHARE = 0.75;

/** Dots of ink of the reduced picture below which a page is empty: a page number has some twenty. */
const MIN_INK_DOTS = 10;

interface Dots {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly size: number;
}

/**
 * Finds how the lines of a page run: ink gathers in the rows of the picture when these run along the lines (the projection profile of Postl), so
 * the direction is taken in which the rows differ most. undefined for an empty page.
 */
export function findSlant(raster: Raster): Slant | undefined {
  const { xs, ys, size } = inkOf(raster);
  if (xs.length < MIN_INK_DOTS) return undefined;
  const across = sharpest({ xs, ys, size });
  const up = sharpest({ xs: ys, ys: xs, size });
  const sideways = up.sharpness > across.sharpness * SIDEWAYS_FACTOR;
  return { sideways, skew: sideways ? -up.skew : across.skew };
}

/** The places of ink in a reduced picture, each the darkest pixel of its cell. */
function inkOf({ width, height, gray }: Raster): Dots {
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / REDUCED_SIDE));
  const ink = meanOf(gray) * INK_SHARE;
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y + cell <= height; y += cell)
    for (let x = 0; x + cell <= width; x += cell)
      if (darkest(gray, width, x, y, cell) < ink) {
        xs.push(x / cell);
        ys.push(y / cell);
      }
  return { xs, ys, size: Math.ceil(Math.max(width, height) / cell) + 1 };
}

/** The mean of every hundredth pixel. */
function meanOf(gray: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < gray.length; at += 101) {
    sum += gray[at] ?? 0;
    count += 1;
  }
  return sum / Math.max(1, count);
}

function darkest(gray: Uint8Array, width: number, x: number, y: number, cell: number): number {
  let least = 255;
  for (let row = y; row < y + cell; row += 1)
    for (let at = row * width + x; at < row * width + x + cell; at += 1) least = Math.min(least, gray[at] ?? 255);
  return least;
}

function sharpest(dots: Dots): { readonly skew: number; readonly sharpness: number } {
  let best = { skew: 0, sharpness: sharpnessAt(dots, 0) };
  for (let step = 1; step * STEP_DEGREES <= MAX_SKEW_DEGREES; step += 1)
    for (const degrees of [step * STEP_DEGREES, -step * STEP_DEGREES]) {
      const skew = (degrees * Math.PI) / 180;
      const sharpness = sharpnessAt(dots, skew);
      if (sharpness > best.sharpness) best = { skew, sharpness };
    }
  return best;
}

/** How much neighboring rows of a slanted grid differ in ink: the sum of the squares. */
function sharpnessAt({ xs, ys, size }: Dots, skew: number): number {
  const [slope, offset] = [Math.tan(skew), size];
  const rows = new Float64Array(3 * size);
  for (let dot = 0; dot < xs.length; dot += 1) {
    const row = Math.round((ys[dot] ?? 0) - slope * (xs[dot] ?? 0)) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}
