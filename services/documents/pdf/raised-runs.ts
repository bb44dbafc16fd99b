import type { TextRun } from './text-run.ts';

/** Size of a raised or lowered run over that of the text beside it, at most. */
const MAX_SIZE_RATIO = 0.85;

/** How far it may stand above or below the baseline, in parts of the larger size. */
const MAX_RISE = 0.65;

/** Room between it and the text beside it, in parts of the larger size. */
const MAX_GAP = 0.35;

/**
 * Moves exponents, indices and marks of footnotes, which stand off the baseline, into the row that they belong to. Rows come from top to bottom;
 * only the rows right above and below are looked at.
 */
export function joinRaisedRuns(rows: readonly (readonly TextRun[])[]): readonly (readonly TextRun[])[] {
  const sorted = rows.map((row) => [...row].sort((one, other) => one.u0 - other.u0));
  const gained = sorted.map((): TextRun[] => []);
  const kept = sorted.map((row, index) =>
    row.filter((run) => {
      const home = [index + 1, index - 1].find((near) => standsBeside(run, sorted[near] ?? []));
      if (home !== undefined) gained[home]?.push(run);
      return home === undefined;
    }),
  );
  return kept.map((row, index) => [...row, ...(gained[index] ?? [])]).filter((row) => row.length > 0);
}

function standsBeside(run: TextRun, row: readonly TextRun[]): boolean {
  const after = firstAfter(row, run.u0);
  return [row[after - 1], row[after]].some((text) => text !== undefined && isRaisedBeside(run, text));
}

function isRaisedBeside(run: TextRun, text: TextRun): boolean {
  const gap = Math.max(run.u0 - text.u1, text.u0 - run.u1);
  return (
    run.size <= MAX_SIZE_RATIO * text.size &&
    Math.abs(run.v - text.v) <= MAX_RISE * text.size &&
    Math.abs(gap) <= MAX_GAP * text.size
  );
}

/** Index of the first run that begins behind `u`. */
function firstAfter(row: readonly TextRun[], u: number): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.u0 ?? 0) <= u) low = middle + 1;
    else high = middle;
  }
  return low;
}
