import type { OcrReader } from '../ocr.ts';
import { pageList } from '../page-list.ts';
import { foreignLanguage } from './foreign-letters.ts';
import type { RecognizedPages } from './recognize-pages.ts';
import type { Scans } from './scans.ts';

/** Longest reason of a refusal in a sentence, in characters. */
const MAX_REASON_CHARACTERS = 200;

/** Mean confidence of a page below which a reader should look at it: clean prints are above 0.97. */
const MIN_SURE = 0.85;

/** Sentences for the reader of the source list: what was read from pictures, how surely, and what was not. */
export function recognitionWarnings(scans: Scans, recognized: RecognizedPages, ocr: OcrReader): readonly string[] {
  const sureness = [...recognized.lines].map(([number, lines]) => ({ number, sure: meanOf(lines), lines }));
  const read = sureness.filter(({ lines }) => lines.length > 0);
  const unsure = read.filter(({ sure }) => sure < MIN_SURE);
  const all = Math.round(100 * meanOf(read.flatMap(({ lines }) => lines)));
  const lack = lackOf(scans, recognized, ocr);
  return [
    ...(read.length === 0
      ? []
      : [`Read from pictures by text recognition (${ocr.name}, ${all} % sure): ${pageList(numbersOf(read))}.`]),
    ...foreignWarning(
      read.flatMap(({ lines }) => lines),
      ocr,
    ),
    ...(unsure.length === 0
      ? []
      : [`Text recognition was unsure; compare with the document: ${pageList(numbersOf(unsure))}.`]),
    ...(lack === undefined ? [] : [`Pages that are pictures and were not read: ${lack}.`]),
  ];
}

function foreignWarning(lines: readonly { readonly text: string }[], { languages }: OcrReader): readonly string[] {
  const language = foreignLanguage(lines.map(({ text }) => text).join(' '), languages);
  if (language === undefined) return [];
  const known = new Intl.DisplayNames(['en'], { type: 'language' });
  return [
    `It is in ${language}, and text recognition knows the letters of ${languages.map((tag) => known.of(tag)).join(', ')}: accents and other marks may be wrong.`,
  ];
}

/** What kept pages from being read, with the limit it broke: "page 3 has 12 MB; up to 10 MB are taken". Undefined when all were read. */
export function lackOf(
  { total, problem, reason = '', too_large }: Scans,
  { refused, late, unpaid }: RecognizedPages,
  { max_pages, max_page_bytes }: OcrReader,
): string | undefined {
  const [first] = refused;
  const [unaffordable] = unpaid;
  const reasons = [
    ...(problem === 'too_many' ? [`${total} pages; up to ${max_pages} are taken`] : []),
    ...(problem === 'not_divisible'
      ? [`the file could not be taken apart into pages: ${reason.slice(0, MAX_REASON_CHARACTERS)}`]
      : []),
    ...(too_large.length > 0
      ? [`${pageList(numbersOf(too_large))}, larger than the ${megabytes(max_page_bytes)} MB that are taken`]
      : []),
    ...(first === undefined
      ? []
      : [`${pageList(numbersOf(refused))}: ${first.reason.slice(0, MAX_REASON_CHARACTERS)}`]),
    ...(unaffordable === undefined ? [] : [`${pageList(numbersOf(unpaid))}: ${withoutPeriod(unaffordable.reason)}`]),
    ...(late.length > 0 ? [`${pageList(late)}: the time was over`] : []),
  ];
  return reasons.length === 0 ? undefined : reasons.join('; ');
}

function numbersOf(pages: readonly { readonly number: number }[]): readonly number[] {
  return pages.map(({ number }) => number);
}

function meanOf(lines: readonly { readonly confidence: number }[]): number {
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, lines.length);
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}

/** A sentence that goes on in a list. */
function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
