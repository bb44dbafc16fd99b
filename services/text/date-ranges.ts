/** A range of months in a text, as resumes give them. Months count from year 0, so that their difference is a number of months. */
export interface DateRange {
  /** First month. */
  readonly from: number;
  /** Last month; the month of `today` when the range is open ("Present"). */
  readonly to: number;
  readonly open: boolean;
  /** Whether both ends name a month: year-only ranges cannot show gaps. */
  readonly exact: boolean;
  readonly start: number;
  readonly end: number;
}

const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const OTHER_MONTHS: ReadonlyMap<string, number> = new Map([
  ['ene', 0],
  ['gen', 0],
  ['fév', 1],
  ['mär', 2],
  ['avr', 3],
  ['abr', 3],
  ['mai', 4],
  ['mei', 4],
  ['mag', 4],
  ['jui', 5],
  ['giu', 5],
  ['lug', 6],
  ['aoû', 7],
  ['ago', 7],
  ['set', 8],
  ['okt', 9],
  ['ott', 9],
  ['out', 9],
  ['dez', 11],
  ['déc', 11],
  ['dic', 11],
]);

const POINT = "(?:(?<M>\\p{L}{3,9})\\.? ?,? ?|(?<N>0?[1-9]|1[0-2])[/.])?(?<Y>(?:19|20)\\d{2}|['’‘]\\d{2}(?!\\d))";
const point = (suffix: string) => POINT.replace(/<([MNY])>/g, `<$1${suffix}>`);
const NOW =
  "present|now|current|today|ongoing|date|heute|jetzt|aujourd[’']hui|présent|actualidad|actual|presente|oggi|heden|atual";
const TO = ' ?(?:–|—|-|to|until|till|bis|à|a|al|tot) ?';
const RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}])${point('1')}${TO}(?:${point('2')}|(?<now>${NOW}))(?![\\p{L}\\p{N}])`,
  'giu',
);

/** "2015/06 – 2017/01", "2015-06 to present": the year first, as ISO 8601 and East Asian resumes have it. The month takes two digits, so that no day is taken for one. */
const yearFirst = (suffix: string) => `(?<Y${suffix}>(?:19|20)\\d{2})[/.-](?<N${suffix}>0[1-9]|1[0-2])`;
const YEAR_FIRST_RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])${yearFirst('1')}${TO}(?:${yearFirst('2')}|(?<now>${NOW}))(?![\\p{L}\\p{N}]|[/.-]\\d)`,
  'giu',
);

/** "Seit 03/2021: …", at the start of a line and set apart from what follows: elsewhere it tells since when something is done, not a position. */
const SINCE = new RegExp(`^(?:since|seit|depuis|desde|dal|sinds) ${point('1')}(?<now>)(?=\\s*(?:[:,|–—-]|$))`, 'giu');

/** Finds ranges like "Mar 2019 – Present", "2018-2021", "03/2019 to 06/2021", "Jan ’20–Dec ’22", "2015/06 – 2017/01", "Since 2021: …". Ranges that end before they start, or start after `today`, are left out. */
export function findDateRanges(text: string, today: Date): DateRange[] {
  const thisMonth = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const since = [...text.matchAll(SINCE)].filter(
    (match) => namesMonth(match) || match[0].length < text.trimEnd().length,
  );
  return Array.from([...since, ...text.matchAll(RANGE), ...text.matchAll(YEAR_FIRST_RANGE)], (match) =>
    rangeOf(match, thisMonth),
  ).filter((range) => range.from <= range.to && range.from <= thisMonth);
}

function namesMonth({ groups }: RegExpMatchArray): boolean {
  return monthOf(groups?.M1, groups?.N1) !== undefined;
}

function rangeOf(match: RegExpMatchArray, thisMonth: number): DateRange {
  const { M1, N1, Y1, M2, N2, Y2, now } = match.groups ?? {};
  const first = monthOf(M1, N1);
  const last = monthOf(M2, N2);
  const open = now !== undefined;
  // A word before the first year that is no month, as in "Acme GmbH, 2017 – 2020", is not part of it.
  const start = (match.index ?? 0) + (M1 !== undefined && first === undefined ? match[0].indexOf(Y1 ?? '') : 0);
  return {
    from: yearOf(Y1, thisMonth) * 12 + (first ?? 0),
    to: open ? thisMonth : Math.min(yearOf(Y2, thisMonth) * 12 + (last ?? 11), thisMonth),
    open,
    exact: first !== undefined && (open || last !== undefined),
    start,
    end: (match.index ?? 0) + match[0].length,
  };
}

/** A year of four digits, or of two behind an apostrophe: of this century when it has begun in it. */
function yearOf(written: string | undefined, thisMonth: number): number {
  const digits = written?.replace(/\D/g, '') ?? '';
  if (digits.length !== 2) return Number(digits);
  const year = 2000 + Number(digits);
  return year * 12 <= thisMonth ? year : year - 100;
}

function monthOf(name: string | undefined, number: string | undefined): number | undefined {
  if (number !== undefined) return Number(number) - 1;
  if (name === undefined) return undefined;
  const key = name.toLowerCase().slice(0, 3);
  if (key === 'jui') return name.toLowerCase().startsWith('juil') ? 6 : 5;
  const english = MONTHS.indexOf(key);
  return english >= 0 ? english : OTHER_MONTHS.get(key);
}
