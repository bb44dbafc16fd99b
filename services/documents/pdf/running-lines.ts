import type { TextLine } from './text-line.ts';

/** Lines at the top and at the bottom of a page that can be its running header or footer. */
const EDGE_LINES = 3;

/** Pages on which a line must stand to be a running one: twice could be chance, and a letter has two pages. */
const MIN_PAGES = 3;

/** Share of the pages on which a line must stand to be a running one: headers of chapters change. */
const MIN_SHARE = 0.3;

/** How far a line may move from page to page, in points. */
const SAME_PLACE_POINTS = 4;

/** Numbers of a line that are tried as its page number. */
const MAX_NUMBERS = 4;

/**
 * Leaves out what stands at the top or bottom of page after page, but for the first time. Lines that differ count as the same only when one of their
 * numbers goes up with the pages, as in "Page 3 of 10".
 */
export function dropRunningLines(pages: readonly (readonly TextLine[])[]): readonly TextLine[] {
  const edges = pages.map((lines, index) => new Map(edgeLines(lines).map((line) => [line, keysOf(line, index)])));
  const counts = new Map<string, number>();
  for (const keys of edges)
    for (const key of new Set([...keys.values()].flat())) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(MIN_PAGES, Math.ceil(pages.length * MIN_SHARE));
  const seen = new Set<string>();
  return pages.flatMap((lines, index) =>
    lines.filter((line) => {
      const running = edges[index]?.get(line)?.filter((key) => (counts.get(key) ?? 0) >= least) ?? [];
      const repeated = running.some((key) => seen.has(key));
      for (const key of running) seen.add(key);
      return !repeated;
    }),
  );
}

function edgeLines(lines: readonly TextLine[]): readonly TextLine[] {
  const sorted = [...lines].sort((one, other) => other.v - one.v);
  return [...sorted.slice(0, EDGE_LINES), ...sorted.slice(Math.max(EDGE_LINES, sorted.length - EDGE_LINES))];
}

/** What a line has in common with those of other pages: its place with its text, and with each of its numbers counted from the page's. */
function keysOf({ text, v, angle }: TextLine, page: number): readonly string[] {
  const place = `${angle} ${Math.round(v / SAME_PLACE_POINTS)} `;
  const numbers = [...text.matchAll(/\d{1,4}/g)].slice(0, MAX_NUMBERS);
  const counted = numbers.map(
    (match) => `${text.slice(0, match.index)}#${Number(match[0]) - page}${text.slice(match.index + match[0].length)}`,
  );
  return [text, ...counted].map((form) => place + form);
}
