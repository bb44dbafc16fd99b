import type { Passage } from '../../../contracts/index.ts';
import { findDates, isoDate } from '../../text/dates.ts';
import { splitSentences } from '../../text/sentences.ts';
import { findSlashDates } from '../../text/slash-dates.ts';
import { splitWords } from '../../text/words.ts';
import type { CompanySource } from './company-source.ts';
import type { NewsItem } from './news-item.ts';
import type { Sentence } from './sentence.ts';

/** Fewest words of a headline that says something by itself. */
export const MIN_HEADLINE_WORDS = 4;

/** Fewer lines that begin with a date are no list of news but one article with its date. */
const MIN_DATED_LINES = 2;

/** What may stand before the date of a line, and between the date and the headline. */
const BEFORE_DATE = /^(?:[[(]|(?:le|am|vom|on|el|il|em|den) )?$/iu;
const AFTER_DATE =
  /^(?:\([^)]{1,3}\))?[\s\])]*[.:|–—-]?\s*(?:(?:プレスリリース|お知らせ|ニュース|イベント|News|Presse|Pressemitteilung|Communiqué|Actualité)[\s::|]+)?/u;

/** Languages that write the month before the day; with English it is unknown. */
const UNKNOWN_ORDER = new Set(['en', 'und']);

/** A date in a text, `date` as YYYY-MM-DD. */
interface DayInText {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The first day that a text names; "12/06/2026" counts only in languages that write the day first. */
export function dayIn(text: string, language: string): DayInText | undefined {
  const [written] = findDates(text);
  const date = written && isoDate(written);
  if (written && date !== undefined) return { date, start: written.start, end: written.end };
  const [slashed] = UNKNOWN_ORDER.has(language) ? [] : findSlashDates(text);
  return slashed?.day_first === undefined
    ? undefined
    : { date: slashed.day_first, start: slashed.start, end: slashed.end };
}

/** Pieces of news that a page lists with the date first, in the line of the headline or in the line above it; none when it lists fewer than {@link MIN_DATED_LINES}. */
export function datedLines(source: CompanySource): NewsItem[] {
  const items = [...inOneLine(source), ...underDates(source)];
  return items.length >= MIN_DATED_LINES ? items : [];
}

function inOneLine(source: CompanySource): NewsItem[] {
  return source.passages.flatMap((passage) => {
    const day = passage.kind === 'heading' ? undefined : dayIn(passage.text, source.language);
    if (!day || !BEFORE_DATE.test(passage.text.slice(0, day.start))) return [];
    const rest = passage.text.slice(day.end).replace(AFTER_DATE, '');
    const text = splitSentences(rest)[0]?.text ?? '';
    return isHeadline(text) ? [{ date: day.date, headline: wholeLine(source, passage, text), text }] : [];
  });
}

function underDates(source: CompanySource): NewsItem[] {
  const { passages, language } = source;
  const first = passages.findIndex(({ text }) => isDayAlone(text, language));
  if (isHeadline(passages[first - 1]?.text ?? '')) return [];
  return passages.flatMap((passage, position) => {
    const next = passages[position + 1];
    const date = isDayAlone(passage.text, language) ? dayIn(passage.text, language)?.date : undefined;
    if (date === undefined || !next || isDayAlone(next.text, language) || !isHeadline(next.text)) return [];
    const headline = wholeLine(source, next, next.text);
    return [{ date, headline, text: next.text, dateline: wholeLine(source, passage, passage.text) }];
  });
}

/** Whether a text is a date and nothing else. */
function isDayAlone(text: string, language: string): boolean {
  const day = dayIn(text, language);
  return (
    day !== undefined &&
    BEFORE_DATE.test(text.slice(0, day.start)) &&
    AFTER_DATE.exec(text.slice(day.end))?.[0].length === text.length - day.end
  );
}

function isHeadline(text: string): boolean {
  return splitWords(text).length >= MIN_HEADLINE_WORDS;
}

/** A line that is cited as a whole; `text` is what of it is said. */
function wholeLine({ source }: CompanySource, passage: Passage, text: string): Sentence {
  return { text, start: 0, end: passage.text.length, passage, source };
}
