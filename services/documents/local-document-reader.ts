import { readFile } from 'node:fs/promises';
import { MAX_DOCUMENT_BYTES } from '../../contracts/index.ts';
import { detectFormat, isPdf } from './detect-format.ts';
import type { DocumentContent, DocumentFile, DocumentInput, DocumentReader } from './document-reader.ts';
import { MAX_DOCUMENT_SECONDS, PDF_HEADER_WITHIN_BYTES } from './limits.ts';
import type { OcrReader } from './ocr.ts';
import type { ParserFormat } from './process/messages.ts';
import type { ParserOptions } from './process/parser-pool.ts';
import { ParserPool } from './process/parser-pool.ts';
import { publicationDate } from './publication-date.ts';
import { readHead } from './read-head.ts';
import { readHtml } from './read-html.ts';
import { readText } from './read-text.ts';
import { readImage, readScans } from './scans/read-scans.ts';
import { chooseTitle } from './title.ts';
import { unreadable } from './unreadable.ts';

/** How a document reader is made; the defaults fit a checkout of the repository. */
export interface DocumentReaderOptions extends ParserOptions {
  /** Folder of pdf.js with its `cmaps`, ending in a slash, when it is bundled and Node cannot find it. */
  readonly pdfjs_folder?: string;
  /** Reads pages and images that have no text; without it they are not read. */
  readonly ocr?: OcrReader;
}

/** A document whose bytes are held, also when they lie in a file. */
type LoadedInput = Omit<DocumentInput, 'bytes' | 'file'> & {
  readonly bytes: Uint8Array;
  readonly file?: DocumentFile;
};

/** Makes a document reader. PDF, DOCX, Markdown, saved pages (MHTML) and mails are parsed in processes of their own with a limit of memory and time; the reader starts them when needed. */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const pool = new ParserPool(options);
  return { read: async (input) => withDate(await readDocument(input, pool, options)) };
}

/** Saved pages know their date; of other documents it is the one that stands at their head. */
function withDate(content: DocumentContent): DocumentContent {
  if (content.format === 'html' || content.published_at !== undefined) return content;
  const published_at = publicationDate(content.blocks);
  return published_at === undefined ? content : { ...content, published_at };
}

/** Refuses a document that is too large or empty by its size alone, before it is loaded. Throws `UnreadableDocumentError`. */
export function assertDocumentSize(bytes: number, file_name: string): void {
  if (bytes === 0) throw unreadable(file_name, 'empty');
  if (bytes > MAX_DOCUMENT_BYTES)
    throw unreadable(file_name, 'too_large', {
      more: `${toMegabytes(bytes)} MB; up to ${toMegabytes(MAX_DOCUMENT_BYTES)} MB are read`,
    });
}

async function readDocument(
  input: DocumentInput,
  pool: ParserPool,
  options: DocumentReaderOptions,
): Promise<DocumentContent> {
  const { file_name, file, signal } = input;
  signal?.throwIfAborted();
  assertDocumentSize(file === undefined ? input.bytes.byteLength : file.bytes, file_name);
  if (file !== undefined && isPdf(await readHead(file.path, PDF_HEADER_WITHIN_BYTES)))
    return parseApart('pdf', input, pool, options);
  return readBytes({ ...input, bytes: await bytesOf(input) }, pool, options);
}

/** Reads a document whose bytes are held: all formats but PDF are told by more than how they begin. */
async function readBytes(
  input: LoadedInput,
  pool: ParserPool,
  options: DocumentReaderOptions,
): Promise<DocumentContent> {
  const { file_name, bytes } = input;
  const detected = detectFormat(input);
  switch (detected.format) {
    case null:
      if (detected.problem === 'image' && options.ocr !== undefined) return readImage(input, bytes, options.ocr);
      throw unreadable(file_name, detected.problem);
    case 'html':
      return readHtml(bytes, file_name);
    case 'text':
      return toTextContent(detected.text, file_name);
    default:
      return parseApart(detected.format, input, pool, options);
  }
}

async function bytesOf({ bytes, file }: DocumentInput): Promise<Uint8Array> {
  return file === undefined ? bytes : readFile(file.path);
}

async function parseApart(
  format: ParserFormat,
  input: DocumentInput | LoadedInput,
  pool: ParserPool,
  { pdfjs_folder, ocr }: DocumentReaderOptions,
): Promise<DocumentContent> {
  const { file_name, deadline, signal } = input;
  const timeLeft = (): number => {
    const left = Math.min(MAX_DOCUMENT_SECONDS * 1_000, deadline.getTime() - Date.now());
    if (left <= 0) throw unreadable(file_name, 'too_slow', { more: 'the deadline had passed before its turn' });
    return left;
  };
  const parsed = await pool.parse(
    {
      format,
      file_name,
      content: input.file === undefined ? plainBytes(input.bytes) : input.file.path,
      ...(pdfjs_folder === undefined ? {} : { pdfjs_folder }),
      ...(ocr === undefined ? {} : { scan_limits: { max_pages: ocr.max_pages, max_page_bytes: ocr.max_page_bytes } }),
    },
    timeLeft,
    signal,
  );
  return ocr === undefined ? parsed : readScans(parsed, input, ocr);
}

/** The same bytes as a plain `Uint8Array`: a `Buffer` arrives as one in the other process too, and pdf.js takes none. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function toTextContent(text: string, file_name: string): DocumentContent {
  const blocks = readText(text);
  if (blocks.length === 0) throw unreadable(file_name, 'without_text');
  return { format: 'text', title: chooseTitle('', blocks, file_name), blocks, warnings: [] };
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}
