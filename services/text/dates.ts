/** A date in a text, as exact as the text gives it. Months and days count from 1. */
export interface DateMention {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
  readonly start: number;
  readonly end: number;
}

/** The months' names by their first letters, in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const MONTH_STARTS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

const MONTH_NAMES =
  'jan(?:uary|uar|vier|eiro|uari)?|enero|gennaio|feb(?:ruary|ruar|rero|braio|ruari)?|février|févr|fevereiro|mar(?:ch|zo|s|ço)?|märz|maart|apr(?:il|ile)?|avril|abril|may|mai|mayo|maggio|maio|mei|' +
  'june?|juni|juin|junio|giugno|junho|july?|juli|juil(?:let)?|julio|luglio|julho|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|tembre)?|septiembre|settembre|setembro|' +
  'oct(?:ober|obre)?|okt(?:ober)?|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|déc(?:embre)?|diciembre|dicembre';

const MONTH = `(?<month>${MONTH_NAMES})\\.?`;
const YEAR = '(?<year>(?:19|20)\\d{2})';
const FORMS: readonly RegExp[] = [
  new RegExp(`(?<!\\d)${YEAR}-(?<number>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)`, 'giu'),
  new RegExp(
    `(?<![\\p{L}\\d./])(?<!(?:version|release|ver\\.) )${YEAR}(?<mark>[./])(?<number>0?[1-9]|1[0-2])\\k<mark>(?<day>[12]\\d|3[01]|0?[1-9])(?![./]?\\d)`,
    'giu',
  ),
  new RegExp(`(?<!\\d)${YEAR}年 ?(?<number>\\d{1,2})月(?: ?(?<day>\\d{1,2})日)?`, 'giu'),
  new RegExp(
    `(?<![\\p{L}\\d])(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of |de )?${MONTH},?(?: de| del)? ${YEAR}(?!\\d)`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}\\d])${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<![\\p{L}\\d])${MONTH},?(?: de)? ${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<![\\d/])(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\.${YEAR}(?!\\.?\\d)`, 'giu'),
  new RegExp(`(?<![\\d/.])(?<number>0?[1-9]|1[0-2])[/.]${YEAR}(?!\\.?\\d)`, 'giu'),
];

/** Finds dates that name at least month and year: ISO 8601, "3 March 2026", "March 3, 2026", "Mar 2026", "3. März 2026", "03/2026", "2026/03/01", "2026.3.1", "2026年3月1日". Day and month as two numbers with slashes are left alone: their order is unknown. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const mention = mentionOf(match);
      if (mention && !found.some((other) => mention.start < other.end && other.start < mention.end))
        found.push(mention);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function mentionOf(match: RegExpMatchArray): DateMention | undefined {
  const { year, month, number, day } = match.groups ?? {};
  const start = match.index ?? 0;
  const monthNumber = number === undefined ? monthOf(month ?? '') : Number(number);
  if (monthNumber < 1 || monthNumber > 12 || Number(day ?? 1) > 31 || Number(day ?? 1) < 1) return undefined;
  return {
    year: Number(year),
    month: monthNumber,
    ...(day === undefined ? {} : { day: Number(day) }),
    start,
    end: start + match[0].length,
  };
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return MONTH_STARTS.findIndex((starts) => starts.some((start) => lower.startsWith(start))) + 1;
}

/** `2026-03-03`, or undefined when the day is not known. */
export function isoDate({ year, month, day }: Pick<DateMention, 'year' | 'month' | 'day'>): string | undefined {
  return day === undefined ? undefined : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `3 March 2026` for an ISO date: how the brief's own sentences name a day. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${ENGLISH_MONTHS[(month ?? 1) - 1]} ${year}`;
}
