import type { EntityType } from '../../../contracts/index.ts';
import type { FoundName } from '../merge/found-name.ts';
import type { NumberSpan } from './read-english.ts';
import type { ReadPassage } from './read-source.ts';
import { isAcronym, isCoined } from './words.ts';

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

const YEAR = /\b(?:1[89]|20)\d\d\b/;

/** What may stand before an amount and belongs to it. */
const BEFORE = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|NOK|SEK|DKK))\s?$/;

/** What may stand behind a number and belongs to it: a magnitude, "+" or "%", a rate. */
const BEHIND =
  /^(?:\s?(?:%|\+|percent\b|thousand\b|million\b|billion\b|trillion\b|bn\b|[kKmM]\b|B\b))+(?:\s?(?:[$€£¥]|USD\b|EUR\b|GBP\b))?/;

/** What may stand between a number and what it counts: "25 million active users", "120 engineers", "40 km/h". */
const COUNTED = /^\s(?:[a-z]{3,}\s)?[a-z][a-z/]*[a-z]\b/;

/** Words behind a number that are looked at: sign, magnitude, adjective, noun, and what the tokenizer splits off. */
const MAX_FOLLOWERS = 8;

/** Dates in figures and money or shares in any language. */
const FIGURES: readonly { readonly type: EntityType; readonly pattern: RegExp }[] = [
  {
    type: 'DATE',
    pattern:
      /\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d\b|(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?/g,
  },
  {
    type: 'QUANTITY',
    pattern: /[$€£¥]\s?\d[\d.,]{0,20}|\b\d[\d.,]{0,20}\s?(?:%|€|EUR\b|Mio\.|millions?\b|Millionen\b)/g,
  },
];

/** Finds dates and quantities: the model's in English, those in figures alone in other languages. */
export function findNumbers(read: ReadPassage, asEnglish: boolean): readonly FoundName[] {
  return asEnglish ? read.numbers.flatMap((number) => englishNumber(read, number)) : otherNumbers(read);
}

function englishNumber(read: ReadPassage, number: NumberSpan): readonly FoundName[] {
  const { text } = read.passage;
  const start = read.words[number.first]?.start ?? 0;
  const end = read.words[number.last]?.end ?? start;
  const form = text.slice(start, end);
  const date = dateIn(number.type, form);
  if (date !== undefined) return [found(read, 'DATE', start + form.length - date.length, end)];
  if (!/^[^:]*\d[^:]*$/.test(form) || /^(?:DATE|TIME|ORDINAL)$/.test(number.type) || isPartOfName(read, number))
    return [];
  return quantityAround(read, number, start, end);
}

/** "ISO 27001 standards", "Python 3.12": the number belongs to the name before it. */
function isPartOfName({ words }: ReadPassage, { type, first }: NumberSpan): boolean {
  const before = words[first - 1];
  return (
    type === 'CARDINAL' &&
    before !== undefined &&
    (isAcronym(before) || isCoined(before)) &&
    !/^(?:USD|EUR|GBP|CHF|NOK|SEK|DKK)$/.test(before.text)
  );
}

/** A date has a year or a month's name; "since 2014" is the date "2014". "Last week" says nothing in a text that is read later. */
function dateIn(type: string, form: string): string | undefined {
  if (!/^(?:DATE|DURATION|CARDINAL)$/.test(type)) return undefined;
  const bare = form.replace(/^(?:since|from|in|until|by|of)\s+/i, '');
  if (type === 'CARDINAL') return /^(?:19[5-9]\d|20[0-4]\d)$/.test(bare) ? bare : undefined;
  return /\d/.test(bare) && (YEAR.test(bare) || MONTH.test(bare) || /^\d+[/.-]\d+[/.-]\d+$/.test(bare))
    ? bare
    : undefined;
}

function quantityAround(
  read: ReadPassage,
  { type, last }: NumberSpan,
  start: number,
  end: number,
): readonly FoundName[] {
  const { text } = read.passage;
  const from = start - (BEFORE.exec(text.slice(Math.max(0, start - 5), start))?.[0].length ?? 0);
  const behind = BEHIND.exec(text.slice(end, end + 30))?.[0] ?? '';
  const magnified = end + behind.length;
  const isMoney = from < start || type === 'MONEY' || /[$€£¥]|USD|EUR|GBP/.test(behind);
  const isShare = type === 'PERCENT' || behind.includes('%');
  const counted = isMoney || isShare || type === 'DURATION' ? '' : countedIn(read, last, magnified);
  if (counted === undefined && behind === '') return [];
  const isPartOfWord =
    /[\p{L}\d]$/u.test(text.slice(Math.max(0, from - 2), from)) ||
    /^[\p{L}\d]/u.test(text.slice(magnified, magnified + 2));
  return isPartOfWord ? [] : [found(read, 'QUANTITY', from, magnified + (counted?.length ?? 0))];
}

/** "120 engineers": a number counts when a plural noun or unit follows, at most one adjective between. */
function countedIn({ passage, words }: ReadPassage, last: number, end: number): string | undefined {
  const match = COUNTED.exec(passage.text.slice(end, end + 50))?.[0];
  if (match === undefined) return undefined;
  const followers = words
    .slice(last + 1, last + 1 + MAX_FOLLOWERS)
    .filter((word) => word.start >= end && word.end <= end + match.length);
  const noun = followers.findIndex(
    ({ pos, text }) => pos === 'NOUN' && (text.endsWith('s') || text.length <= 4 || text === 'people'),
  );
  const upTo = followers[noun];
  const adjectivesOnly = followers.slice(0, Math.max(noun, 0)).every(({ pos }) => pos === 'ADJ' || pos === 'NOUN');
  return upTo && adjectivesOnly ? passage.text.slice(end, upTo.end) : undefined;
}

function otherNumbers(read: ReadPassage): readonly FoundName[] {
  return FIGURES.flatMap(({ type, pattern }) =>
    [...read.passage.text.matchAll(pattern)].map((match) =>
      found(read, type, match.index, match.index + match[0].trimEnd().length),
    ),
  );
}

function found(read: ReadPassage, type: EntityType, start: number, end: number): FoundName {
  const form = read.passage.text.slice(start, end);
  return {
    type,
    form,
    key: form.toLowerCase(),
    source_id: read.source_id,
    passage_id: read.passage.passage_id,
    start,
    end,
    score: 0.8,
  };
}
