import type { Passage, Salary } from '../../../contracts/index.ts';
import { findNumbers } from '../../text/numbers.ts';
import { splitSentences } from '../../text/sentences.ts';
import { excerptOf } from './excerpt.ts';

/** Least and most that a person is paid, whatever the period: amounts beyond are what a company raised or turned over. */
const MIN_AMOUNT = 8;
const MAX_AMOUNT = 2_000_000;

/** How many times the least the most of a range may be. */
const MAX_SPREAD = 4;

/** Words of a sentence that speaks of pay. */
const PAY =
  /\b(?:salar(?:y|ies)|compensation|pay|paid|wages?|remuneration|base|OTE|gross|gehalt|jahresgehalt|brutto|vergütung|salaire|rémunération|salario|sueldo|stipendio|retribuzione|salaris|bruto|(?:per|an?|pro|par|por) (?:annum|year|month|hour|day|stunde|monat|jahr|heure|mois|an|hora|mes|año)|p\.?a\.?)\b/i;

/** Words of a sentence about the company's money. */
const COMPANY_MONEY =
  /\b(?:rais(?:ed?|ing)|funding|series [a-h]|valuation|revenues?|turnover|run rate|ARR|backed|investors?|budget|sales of|donat\w+|learning|training|referral|voucher|allowance|stipend|sign-?on)\b/i;

const PERIODS: readonly (readonly [NonNullable<Salary['per']>, RegExp])[] = [
  ['hour', /\b(?:per|an|\/) ?h(?:ou)?r\b|\/ ?h\b|hourly|stunde|heure|hora/i],
  ['day', /\b(?:per|a) day\b|\/ ?day\b|daily rate|day rate|\btag\b|jour|giorno/i],
  ['month', /\b(?:per|a) month\b|\/ ?(?:month|mo)\b|monthly|monat|mois|mensual|mese|maand/i],
  [
    'year',
    /\b(?:per|a) (?:year|annum)\b|\/ ?(?:year|yr)\b|annual|yearly|annum|\bp\.?a\b|jahr|brut annuel|\ban\b|anual|annu[oi]|jaar/i,
  ],
];

/** Amounts below this are paid by the month when nothing else is said; years of full-time work bring more. */
const MIN_YEARLY = 12_000;

/** Amounts below this are of thousands a year when no period is said: what is paid by the hour or day says so. */
const MIN_WHOLE = 400;

/** Finds what a job pays: the first sentence about pay that names an amount with its currency. */
export function findSalary(passages: readonly Passage[]): Salary | undefined {
  for (const passage of passages) {
    for (const { text, start } of splitSentences(passage.text)) {
      const salary = salaryIn(text);
      if (salary !== undefined)
        return { ...excerptOf(passage, start + salary.start, start + salary.end), ...salary.amounts };
    }
  }
  return undefined;
}

interface FoundSalary {
  readonly amounts: Omit<Salary, 'text' | 'passage_id' | 'start' | 'end'>;
  readonly start: number;
  readonly end: number;
}

function salaryIn(sentence: string): FoundSalary | undefined {
  if (COMPANY_MONEY.test(sentence) && !/salar|gehalt/i.test(sentence)) return undefined;
  const all = findNumbers(sentence).filter(({ percent }) => !percent);
  const first = all.findIndex(({ currency }) => currency !== undefined);
  const anchor = all[first];
  if (anchor?.currency === undefined) return undefined;
  const pair = [all[first - 1], all[first + 1]].find(
    (other) => other !== undefined && makesRange(sentence, anchor, other),
  );
  if (pair === undefined && !PAY.test(sentence)) return undefined;
  const named = [anchor, ...(pair === undefined ? [] : [pair])].sort((one, other) => one.start - other.start);
  const said = PERIODS.find(([, pattern]) => pattern.test(sentence))?.[0];
  const values = sharedScale(named.map((mention) => amountOf(sentence, mention)));
  const unit = said === undefined && Math.max(...values) < MIN_WHOLE ? 1_000 : 1;
  const [low = 0, high = low] = values.map((value) => value * unit);
  if (low < MIN_AMOUNT || high > MAX_AMOUNT || high < low || high > low * MAX_SPREAD) return undefined;
  const span = { start: named[0]?.start ?? 0, end: named.at(-1)?.end ?? 0 };
  return {
    amounts: {
      ...limits(sentence, span.start, named.length, low, high),
      currency: currencyOf(sentence, anchor.start, anchor.currency),
      per: said ?? (high >= MIN_YEARLY ? 'year' : 'month'),
    },
    ...span,
  };
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly values: readonly number[];
}

/** Two numbers with nothing but a dash or "to" and a currency between them. */
function makesRange(sentence: string, one: Mention, other: Mention): boolean {
  const [left, right] = one.start < other.start ? [one, other] : [other, one];
  return /^[\s\p{Sc}A-Zk]{0,6}(?:(?:\/|per|an?) ?(?:year|yr|hour|hr|h|month|mo) ?)?(?:[-–—]|to|and|bis|à|a|al|e|y|und|tot)[\s\p{Sc}A-Z]{0,6}$/u.test(
    sentence.slice(left.end, right.start),
  );
}

/** Amounts are whole numbers, so that a separator parts thousands; a k behind the number, before or after the currency, is a thousand. */
function amountOf(sentence: string, { values, end }: Mention): number {
  const amount = Math.max(...values);
  return amount < 1_000 && /^\s?(?:\p{Sc}\s?)?k(?![\p{L}\p{N}])/iu.test(sentence.slice(end)) ? amount * 1_000 : amount;
}

/** "80–95k": the first is of thousands too. */
function sharedScale(values: readonly number[]): readonly number[] {
  const [low = 0, high] = values;
  return high !== undefined && low < 1_000 && high >= 1_000 * low * 0.5 ? [low * 1_000, high] : values;
}

/** Whose dollars: "CA$145,000", "A$90k". */
const DOLLARS: readonly (readonly [string, RegExp])[] = [
  ['CAD', /(?<!\p{L})(?:CA|CAN?|C|CDN) ?\$\s?$/u],
  ['AUD', /(?<!\p{L})(?:AU|A) ?\$\s?$/u],
  ['NZD', /(?<!\p{L})NZ ?\$\s?$/u],
  ['SGD', /(?<!\p{L})(?:SG|S) ?\$\s?$/u],
  ['HKD', /(?<!\p{L})HK ?\$\s?$/u],
];

/** The currency of an amount, a dollar sign with the letters of a country before it for that country's. */
function currencyOf(sentence: string, start: number, found: string): string {
  if (found !== 'USD') return found;
  const before = sentence.slice(0, start) + (/^\$\s?/.exec(sentence.slice(start))?.[0] ?? '');
  return DOLLARS.find(([, pattern]) => pattern.test(before))?.[0] ?? found;
}

function limits(
  sentence: string,
  start: number,
  count: number,
  low: number,
  high: number,
): Pick<Salary, 'min' | 'max'> {
  if (count > 1) return { min: low, max: high };
  const before = sentence.slice(Math.max(0, start - 20), start);
  if (/(?:up to|max(?:imum)?|bis zu|bis|jusqu['’]à|hasta|fino a|tot)\s*\p{Sc}?\s*$/iu.test(before)) return { max: low };
  if (
    /(?:from|min(?:imum)?|starting at|at least|ab|mindestens|à partir de|desde|da|vanaf)\s*\p{Sc}?\s*$/iu.test(before)
  )
    return { min: low };
  return { min: low, max: low };
}
