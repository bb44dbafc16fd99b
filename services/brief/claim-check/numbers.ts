import { findDates } from '../../text/dates.ts';
import type { NumberMention } from '../../text/numbers.ts';
import { findNumbers } from '../../text/numbers.ts';
import type { ClaimRule } from './claim-rule.ts';
import { supportOf } from './claim-rule.ts';

/** Every number of the statement stands in what is cited: same value, percent where percent, same currency, and not counting what the sources count otherwise. */
export const numbersRule: ClaimRule = {
  reason: 'number_not_in_quote',
  holds(claim) {
    const supported = supportOf(claim).flatMap(findNumbers);
    const dated = claim.source_dates.flatMap(partsOf);
    const inDates = findDates(claim.statement);
    return findNumbers(claim.statement).every(
      (number) =>
        isSupported(number, supported) ||
        (inDates.some((date) => date.start <= number.start && number.end <= date.end) &&
          number.values.some((value) => dated.includes(value))),
    );
  },
};

function isSupported(number: NumberMention, supported: readonly NumberMention[]): boolean {
  const same = supported.filter((other) => equal(number, other));
  if (same.length === 0) return false;
  if (number.counted === undefined || same.some((other) => other.counted === number.counted)) return true;
  return !supported.some((other) => other.counted === number.counted && other.percent === number.percent);
}

function equal(one: NumberMention, other: NumberMention): boolean {
  const currency = one.currency === undefined || one.currency === other.currency;
  return currency && one.percent === other.percent && one.values.some((value) => other.values.includes(value));
}

function partsOf(iso: string): number[] {
  return iso.split('-').map(Number);
}
