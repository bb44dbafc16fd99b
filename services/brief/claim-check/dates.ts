import type { DateMention } from '../../text/dates.ts';
import { findDates, isoDate } from '../../text/dates.ts';
import { findSlashDates } from '../../text/slash-dates.ts';
import type { ClaimRule } from './claim-rule.ts';
import { supportOf } from './claim-rule.ts';

/** Every date of the statement, and the date that the claim gives for itself, stands in what is cited or is the date of the cited page. */
export const datesRule: ClaimRule = {
  reason: 'date_not_in_source',
  holds(claim) {
    const supported = [...supportOf(claim), ...claim.source_dates].flatMap(findDates);
    const own = claim.date;
    return (
      findDates(claim.statement).every((date) => supported.some((other) => covers(other, date))) &&
      (own === undefined || supported.some((other) => isoDate(other) === own) || isSlashed(own, claim.quotes))
    );
  },
};

/** Whether a day stands in the quotes as two numbers and a year, in either order: the writer knows the page's language. */
function isSlashed(day: string, quotes: readonly string[]): boolean {
  return quotes.flatMap(findSlashDates).some(({ day_first, month_first }) => day === day_first || day === month_first);
}

/** Whether a date says at least what another says. */
function covers(exact: DateMention, date: DateMention): boolean {
  return exact.year === date.year && exact.month === date.month && (date.day === undefined || exact.day === date.day);
}
