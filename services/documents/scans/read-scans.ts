import { createHash } from 'node:crypto';
import type { Block } from '../../../contracts/index.ts';
import type { DocumentContent, DocumentFile, DocumentInput } from '../document-reader.ts';
import type { OcrLine, OcrReader } from '../ocr.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import { dropRunningLines } from '../pdf/running-lines.ts';
import { toBlocks } from '../pdf/to-blocks.ts';
import { chooseTitle } from '../title.ts';
import type { DocumentProblem } from '../unreadable.ts';
import { unreadable } from '../unreadable.ts';
import { imageFormat } from './image-format.ts';
import type { NumberedPage, PageReading, RecognizedPages } from './recognize-pages.ts';
import { recognizePages } from './recognize-pages.ts';
import { lackOf, recognitionWarnings } from './scan-warnings.ts';
import type { Scans } from './scans.ts';
import { tiffOfPage, tiffPages } from './split-tiff.ts';
import { toTextLines } from './to-text-lines.ts';

/** What is needed of a document that was parsed to read its pictures. */
type ScanInput = Omit<DocumentInput, 'bytes' | 'file'> & {
  readonly bytes?: Uint8Array | undefined;
  readonly file?: DocumentFile | undefined;
};

/**
 * Completes a PDF with the text of its pages that are pictures. Throws `UnreadableDocumentError` when it has no other text and they cannot be read, naming the limit or the
 * reason; otherwise pages that were not read are named in a warning.
 */
export async function readScans(
  { scans, ...document }: ParsedDocument,
  input: ScanInput,
  ocr: OcrReader,
): Promise<DocumentContent> {
  if (scans === undefined) return document;
  const pages = scans.pages.map(({ number, bytes }) => ({ number, format: 'pdf' as const, bytes: () => bytes }));
  const recognized = await recognizePages(pages, ocr, pageReading(input));
  const found = blocksOf(recognized.lines);
  if (document.blocks.length === 0 && found.length === 0) throw nothingRead(input.file_name, scans, recognized, ocr);
  const read = new Set(found.map(({ page }) => page));
  const blocks = [...document.blocks.filter(({ page }) => !read.has(page)), ...found].sort(
    (one, other) => (one.page ?? 0) - (other.page ?? 0),
  );
  return {
    ...document,
    title: document.blocks.length > 0 ? document.title : chooseTitle('', blocks, input.file_name),
    blocks,
    ...(recognized.lines.size === 0 ? {} : { ocr_pages: recognized.lines.size }),
    warnings: [...document.warnings, ...recognitionWarnings(scans, recognized, ocr)],
  };
}

/** Reads an image as a document of one page, a TIFF file of as many as it has. Throws `UnreadableDocumentError` when text recognition does not take it or finds no text. */
export async function readImage(input: ScanInput, bytes: Uint8Array, ocr: OcrReader): Promise<DocumentContent> {
  const { file_name } = input;
  const format = imageFormat(bytes);
  if (format === undefined) throw unreadable(file_name, 'image');
  const pages = pagesOf(bytes, format);
  const scans = scansOf(pages.length, bytes.byteLength, ocr);
  const recognized = await recognizePages(isRefused(scans) ? [] : pages, ocr, pageReading(input));
  const blocks = blocksOf(recognized.lines);
  if (blocks.length === 0) throw nothingRead(file_name, scans, recognized, ocr);
  return {
    format: 'image',
    title: chooseTitle('', blocks, file_name),
    pages: pages.length,
    ocr_pages: recognized.lines.size,
    blocks,
    warnings: recognitionWarnings(scans, recognized, ocr),
  };
}

function pagesOf(bytes: Uint8Array, format: NumberedPage['format']): readonly NumberedPage[] {
  const places = format === 'tiff' ? tiffPages(bytes) : [];
  if (places.length <= 1) return [{ number: 1, format, bytes: () => bytes }];
  return places.map((place, index) => ({ number: index + 1, format, bytes: () => tiffOfPage(bytes, place) }));
}

/** What text recognition takes of an image: all of its pages or none, since each is given with the bytes of the whole file. */
function scansOf(total: number, bytes: number, { max_pages, max_page_bytes }: OcrReader): Scans {
  const too_large = bytes > max_page_bytes ? [{ number: 1, bytes }] : [];
  return { total, pages: [], too_large, ...(total > max_pages ? { problem: 'too_many' as const } : {}) };
}

function isRefused({ problem, too_large }: Scans): boolean {
  return problem !== undefined || too_large.length > 0;
}

function pageReading({ bytes, file, deadline, signal, meter, paid }: ScanInput): PageReading {
  const document_sha256 =
    file?.sha256 ??
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
  return { deadline, signal, meter, paid, document_sha256 };
}

function blocksOf(lines: ReadonlyMap<number, readonly OcrLine[]>): readonly Block[] {
  const pages = [...lines].sort(([one], [other]) => one - other);
  return toBlocks(dropRunningLines(pages.map(([number, found]) => toTextLines(found, number))));
}

function nothingRead(file_name: string, scans: Scans, recognized: RecognizedPages, ocr: OcrReader): Error {
  const more = lackOf(scans, recognized, ocr);
  return unreadable(file_name, problemOf(scans, recognized), more === undefined ? {} : { more });
}

function problemOf({ problem, too_large }: Scans, { refused, late }: RecognizedPages): DocumentProblem {
  if (problem === 'too_many') return 'too_many_scans';
  if (problem === 'not_divisible') return 'scanned_pdf';
  if (late.length > 0) return 'too_slow';
  if (too_large.length > 0) return 'scans_too_large';
  return refused.length > 0 ? 'scans_refused' : 'scans_without_text';
}
