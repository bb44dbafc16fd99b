import type { HiddenText } from '../../../contracts/index.ts';
import { MAX_SOURCE_CHARACTERS } from '../../../contracts/limits.ts';
import { MAX_PDF_PAGES } from '../limits.ts';
import { pageList } from '../page-list.ts';
import type { ParsedDocument, ParseRequest } from '../parsed-document.ts';
import type { ScanLimits, Scans } from '../scans/scans.ts';
import { splitPages } from '../scans/split-pages.ts';
import { chooseTitle } from '../title.ts';
import type { DocumentProblem } from '../unreadable.ts';
import { unreadable } from '../unreadable.ts';
import { layoutPage } from './layout-page.ts';
import { needsRecognition } from './needs-recognition.ts';
import type { OpenPdf } from './open-pdf.ts';
import { openPdf } from './open-pdf.ts';
import type { PageContext, PageText } from './read-page.ts';
import { readPage } from './read-page.ts';
import { dropRunningLines } from './running-lines.ts';
import type { TextLine } from './text-line.ts';
import type { TextRun } from './text-run.ts';
import { toBlocks } from './to-blocks.ts';

/** What was read of a PDF so far. */
interface Reading {
  readonly pages: (readonly TextLine[])[];
  readonly hidden: TextRun[];
  readonly damaged_pages: number[];
  /** Pages whose text can only be told from how they look. */
  readonly scans: number[];
  /** Those of them whose text is not what they show. */
  readonly garbled_pages: number[];
  /** Why not all pages were read, if so. */
  cut: string | null;
  characters: number;
  has_images: boolean;
}

/** Pages that pdf.js works on while one is laid out: it waits for streams to be unpacked on other threads, an eighth of its time one by one. */
const PAGES_AHEAD = 4;

/**
 * Reads a PDF: its visible text in reading order, page by page, hidden text apart. Stops at {@link MAX_PDF_PAGES}, at the time given and at
 * {@link MAX_SOURCE_CHARACTERS}, and says so in a warning. Pages that are pictures come along for text recognition, when there is one. Throws `UnreadableDocumentError` when it is encrypted, damaged or has no text.
 */
export async function readPdf(bytes: Uint8Array, request: ParseRequest): Promise<ParsedDocument> {
  const stop_at = performance.now() + request.time_ms;
  await using pdf = await openPdf(request.file_name, bytes, { folder: request.pdfjs_folder });
  const reading = await readPages(pdf, stop_at);
  const blocks = toBlocks(dropRunningLines(reading.pages));
  const scans = await splitScans(pdf, reading.scans, request.scan_limits);
  if (blocks.length === 0 && scans === undefined) throw unreadable(request.file_name, problemOf(reading, pdf));
  const { title, language } = await readMetadata(pdf);
  return {
    format: 'pdf',
    title: chooseTitle(title, blocks, request.file_name),
    pages: pdf.document.numPages,
    ...(language === undefined ? {} : { language }),
    blocks,
    ...(reading.hidden.length === 0 ? {} : { hidden: toHiddenText(reading.hidden) }),
    warnings: toWarnings(reading, scans !== undefined),
    ...(scans === undefined ? {} : { scans }),
  };
}

async function readPages(pdf: OpenPdf, stop_at: number): Promise<Reading> {
  const reading: Reading = {
    pages: [],
    hidden: [],
    damaged_pages: [],
    scans: [],
    garbled_pages: [],
    cut: null,
    characters: 0,
    has_images: false,
  };
  const context = await contextOf(pdf);
  const last = Math.min(pdf.document.numPages, MAX_PDF_PAGES);
  const ahead: Promise<PageText | Error>[] = [];
  for (let number = 1; number <= last; number += 1) {
    const reason = reasonToStop(reading, stop_at);
    if (reason !== null) return cut(reading, pdf, number - 1, reason);
    while (ahead.length < PAGES_AHEAD && number + ahead.length <= last)
      ahead.push(readOnePage(pdf, number + ahead.length, context));
    addPage(reading, number, (await ahead.shift()) ?? new Error('not read'));
  }
  return last < pdf.document.numPages
    ? cut(reading, pdf, last, `no more than ${MAX_PDF_PAGES} pages are read`)
    : reading;
}

function reasonToStop(reading: Reading, stop_at: number): string | null {
  if (performance.now() > stop_at) return 'the time for it was over';
  return reading.characters > MAX_SOURCE_CHARACTERS
    ? `no more than ${MAX_SOURCE_CHARACTERS} characters are kept`
    : null;
}

function cut(reading: Reading, { document }: OpenPdf, pages: number, reason: string): Reading {
  reading.cut = `Only the first ${pages} of its ${document.numPages} pages were read: ${reason}.`;
  return reading;
}

async function readOnePage({ document }: OpenPdf, number: number, context: PageContext): Promise<PageText | Error> {
  try {
    const page = await document.getPage(number);
    const text = await readPage(page, context);
    page.cleanup();
    return text;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function addPage(reading: Reading, number: number, page: PageText | Error): void {
  if (page instanceof Error) {
    reading.damaged_pages.push(number);
    return;
  }
  const visible = page.runs.filter((run) => run.hidden === null);
  reading.pages.push(layoutPage(visible, number, page.grid));
  for (const run of page.runs) if (run.hidden !== null) reading.hidden.push(run);
  reading.characters += visible.reduce((sum, { text }) => sum + text.length, 0);
  reading.has_images ||= page.has_images || page.outline_numbers > 0;
  const reason = needsRecognition(page);
  if (reason !== undefined) reading.scans.push(number);
  if (reason === 'garbled') reading.garbled_pages.push(number);
}

async function splitScans(
  { document }: OpenPdf,
  pages: readonly number[],
  limits: ScanLimits | undefined,
): Promise<Scans | undefined> {
  return limits === undefined || pages.length === 0 ? undefined : splitPages(document, pages, limits);
}

async function contextOf({ document, operator_names }: OpenPdf): Promise<PageContext> {
  const layers = await document.getOptionalContentConfig();
  return { operator_names, layerVisible: (group) => layers.isVisible(group) };
}

function problemOf({ damaged_pages, garbled_pages, has_images }: Reading, { document }: OpenPdf): DocumentProblem {
  if (document.numPages === 0 || damaged_pages.length > 0) return 'damaged_pdf';
  if (garbled_pages.length > 0) return 'garbled_pdf';
  return has_images ? 'scanned_pdf' : 'without_text';
}

function toWarnings({ damaged_pages, garbled_pages, cut }: Reading, are_recognized: boolean): readonly string[] {
  return [
    ...(damaged_pages.length > 0 ? [`Left out because it is damaged: ${pageList(damaged_pages)}.`] : []),
    ...(garbled_pages.length > 0 && !are_recognized
      ? [`The file does not say which letters it draws, so this text may be nonsense: ${pageList(garbled_pages)}.`]
      : []),
    ...(cut === null ? [] : [cut]),
  ];
}

async function readMetadata({ document }: OpenPdf): Promise<{ title: string; language?: string }> {
  const { info } = await document.getMetadata();
  const { Title: title, Language: language }: { Title?: unknown; Language?: unknown } = info;
  return {
    title: typeof title === 'string' ? title : '',
    ...(typeof language === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
  };
}

function toHiddenText(runs: readonly TextRun[]): HiddenText {
  const reasons = new Set(runs.map(({ hidden }) => hidden).filter((reason) => reason !== null));
  return { characters: runs.reduce((sum, { text }) => sum + text.length, 0), reasons: [...reasons] };
}
