import { median } from './median.ts';
import type { Segment } from './text-line.ts';

/** Narrowest room between two columns, in parts of the usual type size. */
const MIN_GUTTER = 0.9;

/** Fewest segments on each side of a gutter. */
const MIN_SIDE_SEGMENTS = 2;

/** Strips that are looked at more closely. */
const MAX_CANDIDATES = 6;

/** What a segment that crosses a strip takes from its worth, where each segment beside it gives 1. */
const CROSSING_COST = 0.25;

/** A strip in which a page may divide into columns: between `from` and `to`. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the upright strips that no segment begins or ends in, those first that have the most text on both sides and the fewest segments across; headings
 * over two columns cross theirs. Linear but for the sorting.
 */
export function findGutters(segments: readonly Segment[]): readonly Gutter[] {
  const least = MIN_GUTTER * usualSize(segments);
  const ends = segments.map(({ u1 }) => u1).sort(ascending);
  const starts = segments.map(({ u0 }) => u0).sort(ascending);
  const found: (Gutter & { readonly worth: number })[] = [];
  let next = 0;
  for (const [index, from] of ends.entries()) {
    while (next < starts.length && (starts[next] ?? 0) < from) next += 1;
    const to = starts[next];
    if (to === undefined) break;
    const [left, right] = [index + 1, starts.length - next];
    if (to - from < least || Math.min(left, right) < MIN_SIDE_SEGMENTS) continue;
    found.push({ from, to, worth: Math.min(left, right) - CROSSING_COST * (segments.length - left - right) });
  }
  return found
    .sort((one, other) => other.worth - one.worth || other.to - other.from - (one.to - one.from))
    .slice(0, MAX_CANDIDATES);
}

function usualSize(segments: readonly Segment[]): number {
  return median(segments.map(({ size }) => size));
}

function ascending(one: number, other: number): number {
  return one - other;
}
