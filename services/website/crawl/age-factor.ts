import type { PageKind } from '../../../contracts/index.ts';

/** How much a page of a kind is still worth after so many years without a change: news grow old at once, what a company says of itself slowly. */
const WORTH_BY_YEARS: Readonly<Partial<Record<PageKind, readonly number[]>>> = {
  news: [1, 0.9, 0.6, 0.4],
  role: [1, 0.5, 0.2],
};
const WORTH_OF_OTHERS: readonly number[] = [1, 1, 1, 0.97, 0.94, 0.9];

const MILLISECONDS_PER_YEAR = 365.25 * 24 * 3_600_000;

/** A year, or a year and a month, that an address names: `/2024/03/`, `/blog/2024-03-12-title`, `/news/2024`. */
const DATE_IN_PATH = /\/(?:[^/]*[-_])?(20\d\d)(?:[-/_](0[1-9]|1[0-2]))?(?=[-/_]|$)/;

/** The day that an address or a sitemap gives a page, whichever is earlier: pages are touched long after they were written. Undefined without either. */
function dayOf(url: string, modified: string | undefined): number | undefined {
  const [, year, month] = DATE_IN_PATH.exec(new URL(url).pathname) ?? [];
  const byPath =
    year === undefined ? undefined : Date.UTC(Number(year), month === undefined ? 11 : Number(month) - 1, 28);
  const byMap = modified === undefined ? Number.NaN : Date.parse(modified);
  const known = [byPath, byMap].filter((day) => day !== undefined && !Number.isNaN(day));
  return known.length === 0 ? undefined : Math.min(...(known as number[]));
}

/** Factor from 1 for a page without a date, or a new one, down to 0.2 for an old page of a kind that grows old. */
export function ageFactor(kind: PageKind, url: string, modified: string | undefined, now: number): number {
  const day = dayOf(url, modified);
  if (day === undefined) return 1;
  const worths = WORTH_BY_YEARS[kind] ?? WORTH_OF_OTHERS;
  const years = Math.floor(Math.max(0, now - day) / MILLISECONDS_PER_YEAR);
  return worths[Math.min(years, worths.length - 1)] ?? 1;
}
