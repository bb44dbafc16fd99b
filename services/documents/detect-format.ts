import { decodeText } from './decode-text.ts';
import { listEntries } from './docx/list-entries.ts';
import { PDF_HEADER_WITHIN_BYTES } from './limits.ts';
import { isMime } from './mime/header-block.ts';
import type { DocumentProblem } from './unreadable.ts';

/** A document of a kind that is read; text formats come decoded. */
export type DetectedDocument =
  | { readonly format: 'pdf' | 'docx' | 'mime' }
  | { readonly format: 'html' }
  | { readonly format: 'markdown' | 'text'; readonly text: string };

/** One of a kind that is not. */
export interface UnknownDocument {
  readonly format: null;
  readonly problem: DocumentProblem;
}

const SIGNATURES: readonly (readonly [DocumentProblem, readonly number[]])[] = [
  ['old_word', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x42, 0x4d]],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Name of the stream in which Office keeps a document that is encrypted, as it stands in the directory of the OLE container (UTF-16). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** How the streams of an Outlook message begin there (MS-OXMSG, 2.2.1). */
const MESSAGE_STREAM = Buffer.from('__substg1.0_', 'utf16le');

const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd)$/i;

/** Lines as only Markdown has them: headings with #, fences, links, tables' rulers. */
const MARKDOWN_SIGN = /^(?:#{1,6} \S|```|\|? ?:?-{3,}:? ?\||.*\[[^\]\n]{1,200}\]\([^)\s]{1,500}\))/gm;

/** Signs that make a text Markdown when its name does not say so: one can be chance. */
const MIN_MARKDOWN_SIGNS = 2;

/** Characters of a text that are looked at for signs of its format. */
const SAMPLE_CHARACTERS = 20_000;

/** Tells by its bytes what a document is; the name only tells Markdown, and mails with few headers, from plain text. */
export function detectFormat({
  bytes,
  file_name,
}: {
  readonly bytes: Uint8Array;
  readonly file_name: string;
}): DetectedDocument | UnknownDocument {
  if (isPdf(bytes)) return { format: 'pdf' };
  if (startsWith(bytes, ZIP)) return detectArchive(bytes);
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0];
  if (known === 'old_word') return { format: null, problem: detectContainer(bytes) };
  if (known !== undefined && !(known === 'image' && isPlainBmpName(bytes))) return { format: null, problem: known };
  if (isMime(bytes, file_name)) return { format: 'mime' };
  return detectText(bytes, file_name);
}

/** What an OLE container of before 2007 holds. */
function detectContainer(bytes: Uint8Array): DocumentProblem {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (container.includes(ENCRYPTED_PACKAGE)) return 'encrypted_office';
  return container.includes(MESSAGE_STREAM) ? 'outlook_message' : 'old_word';
}

/** Whether a document is a PDF: its first bytes tell. */
export function isPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_HEADER_WITHIN_BYTES));
  return start.includes('%PDF-') && !startsWith(bytes, ZIP);
}

/** "BM" also begins words; a bitmap has zero bytes behind it. */
function isPlainBmpName(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && !bytes.subarray(0, 32).includes(0);
}

function detectArchive(bytes: Uint8Array): DetectedDocument | UnknownDocument {
  const entries = listEntries(bytes);
  if (entries === null)
    return {
      format: null,
      problem: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/') ? 'damaged_docx' : 'zip',
    };
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (has(/^word\/document\d*\.xml$/i)) return { format: 'docx' };
  return { format: null, problem: PARTS_OF_OTHERS.find(([, part]) => has(part))?.[0] ?? 'zip' };
}

/** What an archive holds that is a document of another kind: the main part of a spreadsheet or presentation (ECMA-376, part 1), of a book (EPUB 3), of an OpenDocument file, of Apple's programs. */
const PARTS_OF_OTHERS: readonly (readonly [DocumentProblem, RegExp])[] = [
  ['other_office', /^(?:xl\/workbook\.(?:xml|bin)|ppt\/presentation\.xml)$/i],
  ['electronic_book', /^META-INF\/container\.xml$/],
  ['open_document', /^content\.xml$/],
  ['apple_document', /(?:^|\/)(?:Index\/[^/]+\.iwa|Index\.zip|index\.apxl)$/],
];

function detectText(bytes: Uint8Array, file_name: string): DetectedDocument | UnknownDocument {
  const text = decodeText(bytes);
  if (text === null) return { format: null, problem: looksLikeImage(bytes) ? 'image' : 'binary' };
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  if (HTML.test(sample)) return { format: 'html' };
  const signs = sample.match(MARKDOWN_SIGN)?.length ?? 0;
  return { format: MARKDOWN_NAME.test(file_name) || signs >= MIN_MARKDOWN_SIGNS ? 'markdown' : 'text', text };
}

/** WebP, HEIC and AVIF carry their name a few bytes behind the start. */
function looksLikeImage(bytes: Uint8Array): boolean {
  const name = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(16, bytes.byteLength)).toString('latin1');
  return /^RIFF....WEBP|^....ftyp(?:heic|heix|mif1|avif)/s.test(name);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
