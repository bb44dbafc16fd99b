import type { OcrReader } from '../ocr.ts';
import type { RecognizedPages } from './recognize-pages.ts';
import type { Scans } from './scans.ts';

/** Page numbers that a sentence names; the source list allows 500 characters. */
const MAX_NAMED_PAGES = 20;

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
      : [`Read from pictures by text recognition (${ocr.name}, ${all} % sure): ${pageList(read)}.`]),
    ...(unsure.length === 0 ? [] : [`Text recognition was unsure; compare with the document: ${pageList(unsure)}.`]),
    ...(lack === undefined ? [] : [`Pages that are pictures and were not read: ${lack}.`]),
  ];
}

/** What kept pages from being read, with the limit it broke: "page 3 has 12 MB; up to 10 MB are taken". Undefined when all were read. */
export function lackOf(
  { total, problem, reason = '', too_large }: Scans,
  { refused, late }: RecognizedPages,
  { max_pages, max_page_bytes }: OcrReader,
): string | undefined {
  const [first] = refused;
  const reasons = [
    ...(problem === 'too_many' ? [`${total} pages; up to ${max_pages} are taken`] : []),
    ...(problem === 'not_divisible'
      ? [`the file could not be taken apart into pages: ${reason.slice(0, MAX_REASON_CHARACTERS)}`]
      : []),
    ...(too_large.length > 0
      ? [`${pageList(too_large)}, larger than the ${megabytes(max_page_bytes)} MB that are taken`]
      : []),
    ...(first === undefined ? [] : [`${pageList(refused)}: ${first.reason.slice(0, MAX_REASON_CHARACTERS)}`]),
    ...(late.length > 0 ? [`${pageList(late.map((number) => ({ number })))}: the time was over`] : []),
  ];
  return reasons.length === 0 ? undefined : reasons.join('; ');
}

function pageList(pages: readonly { readonly number: number }[]): string {
  const numbers = pages.map(({ number }) => number).sort((one, other) => one - other);
  const more = numbers.length > MAX_NAMED_PAGES ? ` and ${numbers.length - MAX_NAMED_PAGES} more` : '';
  return `${numbers.length === 1 ? 'page' : 'pages'} ${numbers.slice(0, MAX_NAMED_PAGES).join(', ')}${more}`;
}

function meanOf(lines: readonly { readonly confidence: number }[]): number {
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, lines.length);
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}
