const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Beginnings of month names in German, French, Spanish, Italian, Dutch and Portuguese that differ from the English ones. */
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  mär: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  jän: 1,
  fév: 2,
  fev: 2,
  avr: 4,
  juin: 6,
  juil: 7,
  aoû: 8,
  aou: 8,
  déc: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  set: 9,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  mrt: 3,
  mei: 5,
  out: 10,
};

const MONTH = String.raw`(\p{L}{3,10})\.?`;
const PATTERNS: readonly { readonly pattern: RegExp; readonly order: readonly [number, number, number] }[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u, order: [1, 2, 3] },
  { pattern: /(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/u, order: [1, 2, 3] },
  { pattern: /(?<!\d)(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日/u, order: [1, 2, 3] },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${MONTH}\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)`, 'u'),
    order: [3, 1, 2],
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s{1,3}(?:de\s|of\s)?${MONTH},?\s{1,3}(?:de\s)?(\d{4})(?!\d)`,
      'u',
    ),
    order: [3, 2, 1],
  },
  { pattern: /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u, order: [3, 2, 1] },
];

/** First and last year that a date on a page can lie in. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/** Longest text that is searched for a date, in characters. */
const MAX_SEARCHED_CHARACTERS = 400;

/** A date found in a text: as YYYY-MM-DD, and where it stands. */
export interface FoundDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first date in a text that names day, month and year without doubt: ISO, "March 3, 2026", "3 March 2026", "3. März 2026", "03.03.2026",
 * "2026年3月3日". "3/4/2026" is left alone: it is read differently in different countries.
 */
export function findDate(text: string): FoundDate | undefined {
  const searched = text.slice(0, MAX_SEARCHED_CHARACTERS);
  if (!/\d{4}/.test(searched)) return undefined;
  for (const { pattern, order } of PATTERNS) {
    const match = pattern.exec(searched);
    if (match === null) continue;
    const [year, month, day] = order.map((group) => match[group] ?? '');
    const date = toIso(Number(year), monthNumber(month ?? ''), Number(day));
    if (date !== undefined) return { date, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** The date of a `datetime` attribute or a field of metadata, YYYY-MM-DD; undefined when it holds none. */
export function isoDate(value: string): string | undefined {
  return findDate(value)?.date;
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const name = text.toLowerCase();
  const other = OTHER_MONTHS[name.slice(0, 4)] ?? OTHER_MONTHS[name.slice(0, 3)];
  return other ?? MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function toIso(year: number, month: number, day: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}
