import { isoDate } from './dates.ts';

/** A date of two numbers and a year, "12/06/2026", whose order the text does not tell. */
export interface SlashDate {
  /** YYYY-MM-DD when the day stands first, as in most of Europe; absent when no such day exists. */
  readonly day_first?: string;
  /** YYYY-MM-DD when the month stands first, as in the United States; absent when no such day exists. */
  readonly month_first?: string;
  readonly start: number;
  readonly end: number;
}

const SLASH_DATE = /(?<![\d/])(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>(?:19|20)\d{2})(?![\d/])/gu;

/** Finds dates of two numbers and a year with slashes, in both readings. */
export function findSlashDates(text: string): SlashDate[] {
  return Array.from(text.matchAll(SLASH_DATE), ({ 0: form, index, groups }) => {
    const [first, second, year] = [groups?.first, groups?.second, groups?.year].map(Number);
    const day_first = dayOf(year, second, first);
    const month_first = dayOf(year, first, second);
    return {
      ...(day_first === undefined ? {} : { day_first }),
      ...(month_first === undefined ? {} : { month_first }),
      start: index,
      end: index + form.length,
    };
  });
}

function dayOf(year = 0, month = 0, day = 0): string | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? isoDate({ year, month, day }) : undefined;
}
