/** The day that the pages were written for. */
const WRITTEN_FOR = Date.parse('2026-11-22T00:00:00Z');

/** A year of the Gregorian calendar on average, in milliseconds. */
const YEAR_MS = 31_556_952_000;

/** A year in a text or a date: not a part of a longer number. */
const YEAR = /(?<!\d)20\d\d(?!\d)/g;

/** Whole years that have gone by since the pages of the demonstration were written; none before. */
export function yearsGoneBy(now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - WRITTEN_FOR) / YEAR_MS));
}

/**
 * A text, an address or the name of a file with every year later by so many: the company stays as old as it was, and its news as fresh, whenever somebody looks. Days and months stay. Fewer than none leads back.
 */
export function withLaterYears(text: string, years: number): string {
  return years === 0 ? text : text.replace(YEAR, (year) => String(Number(year) + years));
}
