import type { TextLine } from './text-line.ts';

/** Lines at the top and at the bottom of a page that can be its running header or footer. */
const EDGE_LINES = 3;

/** Pages on which a line must stand to be a running one: twice could be chance, and a letter has two pages. */
const MIN_PAGES = 3;

/** Share of the pages on which a line must stand to be a running one: headers of chapters change. */
const MIN_SHARE = 0.3;

/** How far a line may move from page to page, in points. */
const SAME_PLACE_POINTS = 4;

/** Leaves out what stands at the top or bottom of page after page, but for the first time; numbers in it may differ. */
export function dropRunningLines(pages: readonly (readonly TextLine[])[]): readonly TextLine[] {
  const counts = new Map<string, number>();
  const edges = pages.map(edgeLines);
  for (const lines of edges) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(MIN_PAGES, Math.ceil(pages.length * MIN_SHARE));
  const seen = new Set<string>();
  return pages.flatMap((lines, index) => {
    const edge = new Set(edges[index]);
    return lines.filter((line) => {
      const key = keyOf(line);
      if (!edge.has(line) || (counts.get(key) ?? 0) < least) return true;
      const first = !seen.has(key);
      seen.add(key);
      return first;
    });
  });
}

function edgeLines(lines: readonly TextLine[]): readonly TextLine[] {
  const sorted = [...lines].sort((one, other) => other.v - one.v);
  return [...sorted.slice(0, EDGE_LINES), ...sorted.slice(Math.max(EDGE_LINES, sorted.length - EDGE_LINES))];
}

function keyOf({ text, v, angle }: TextLine): string {
  return `${angle} ${Math.round(v / SAME_PLACE_POINTS)} ${text.replace(/\p{N}+/gu, '#')}`;
}
