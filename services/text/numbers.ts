import { contentStems } from './words.ts';

/** A number in a text. */
export interface NumberMention {
  /** What it may mean: two values where a separator can be a thousands or a decimal mark ("2,500"). */
  readonly values: readonly number[];
  readonly percent: boolean;
  /** ISO 4217 code of a currency beside it. */
  readonly currency?: string;
  /** Stem of the content word that follows it directly: what is counted. */
  readonly counted?: string;
  readonly start: number;
  readonly end: number;
}

const SMALL: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: readonly string[] = 'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** Words that other number words may follow: "twenty-five", "three hundred and twelve". */
const CARDINALS: readonly (readonly [string, number])[] = [
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
];

/** Words that stand alone. */
const SINGLES: readonly (readonly [string, number])[] = [
  ...ORDINALS.map((word, index) => [word, index + 3] as const),
  ['dozen', 12],
  ['twice', 2],
  ['doubled', 2],
  ['tripled', 3],
];

const WORD_VALUES = new Map([...CARDINALS, ...SINGLES]);

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['millions', 1e6],
  ['mio', 1e6],
  ['millionen', 1e6],
  ['millones', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['billions', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['milliarden', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd', 'USD'],
  ['dollars', 'USD'],
  ['dollar', 'USD'],
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['pounds', 'GBP'],
  ['¥', 'JPY'],
  ['jpy', 'JPY'],
  ['yen', 'JPY'],
  ['chf', 'CHF'],
  ['sek', 'SEK'],
  ['₹', 'INR'],
  ['inr', 'INR'],
  ...['CAD', 'AUD', 'NZD', 'DKK', 'NOK', 'PLN', 'CZK', 'SGD'].map((code): [string, string] => [
    code.toLowerCase(),
    code,
  ]),
]);

const DIGITS = "\\p{Nd}+(?:[.,\\u00a0\\u202f'’ ]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,]\\p{Nd}+)?";
const CARDINAL = CARDINALS.map(([word]) => word).join('|');
const WORDS = `(?:${SINGLES.map(([word]) => word).join('|')}|(?:${CARDINAL})(?:[- ](?:and )?(?:${CARDINAL}|hundred|thousand))*)`;
const SCALE = 'hundred|thousand|millions?|mio|millionen|millones|billions?|bn|milliarden|trillion|tn|mn|[kmb]';
const MONEY = 'us\\$|[$€£¥₹]|(?:usd|eur|gbp|jpy|chf|sek|inr|cad|aud|nzd|dkk|nok|pln|czk|sgd)\\b';
const NUMBER = new RegExp(
  `(?<before>(?:${MONEY}) ?)?(?<![\\p{L}\\p{N}_])(?:(?<digits>${DIGITS})|(?<words>${WORDS})(?![\\p{L}]))` +
    `(?: ?(?<scale>${SCALE})(?![\\p{L}\\p{N}]))?(?<percent> ?%| percent| per cent| prozent)?(?: ?(?<after>${MONEY}|dollars?|euros?|pounds|yen))?`,
  'giu',
);

/** Finds the numbers of a text: with separators, scales ("2.5 million", "3k"), percent signs, currencies, and English number words. "one" alone is a pronoun, not a number. */
export function findNumbers(text: string): NumberMention[] {
  return Array.from(text.matchAll(NUMBER), (match) => mentionOf(text, match)).filter(
    (mention) => mention !== undefined,
  );
}

function mentionOf(text: string, match: RegExpExecArray | RegExpMatchArray): NumberMention | undefined {
  const { before, digits, words, scale, percent, after } = match.groups ?? {};
  if (words?.toLowerCase() === 'one' && scale === undefined) return undefined;
  const start = match.index ?? 0;
  const end = start + match[0].length;
  if (
    digits !== undefined &&
    scale === undefined &&
    /^[\p{L}_]/u.test(text.slice(end)) &&
    !/^(?:st|nd|rd|th|x)\b/i.test(text.slice(end))
  )
    return undefined;
  const factor = SCALES.get(scale?.toLowerCase() ?? '') ?? 1;
  const currency = CURRENCIES.get((before ?? after ?? '').trim().toLowerCase());
  const counted = contentStems(
    text
      .slice(end, end + MAX_COUNTED_CHARACTERS)
      .replace(/^[+x]/, '')
      .split(/[.,;:!?()]/u)[0] ?? '',
  )[0];
  return {
    values: (digits === undefined ? [wordsValue(words ?? '')] : digitValues(digits)).map((value) => value * factor),
    percent: percent !== undefined,
    ...(currency === undefined ? {} : { currency }),
    ...(counted === undefined ? {} : { counted }),
    start,
    end,
  };
}

/** How far after a number the thing counted is sought, in characters: one or two words. */
const MAX_COUNTED_CHARACTERS = 30;

function digitValues(digits: string): number[] {
  const ascii = digits.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  const plain = ascii.replace(/[\u00a0\u202f'’ ]/gu, '');
  const separators = plain.replace(/\d/g, '');
  const asDecimal = Number(plain.replace(/[.,](?=.*[.,])/g, '').replace(',', '.'));
  const asGrouped = Number(plain.replace(/[.,]/g, ''));
  if (separators === '') return [asGrouped];
  if (new Set(separators).size > 1) return [asDecimal];
  if (separators.length > 1) return [asGrouped];
  return /[.,]\d{3}$/.test(plain) ? [asGrouped, asDecimal] : [asDecimal];
}

/** The value of a decimal digit in any script: each script's ten digits follow each other in Unicode, zero first. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

function wordsValue(words: string): number {
  let total = 0;
  let group = 0;
  for (const word of words.toLowerCase().split(/[- ]/u)) {
    if (word === 'hundred') group = Math.max(group, 1) * 100;
    else if (word === 'thousand') {
      total += Math.max(group, 1) * 1000;
      group = 0;
    } else group += WORD_VALUES.get(word) ?? 0;
  }
  return total + group;
}
