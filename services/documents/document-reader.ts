import type { Block, HiddenText } from '../../contracts/index.ts';
import type { SpendMeter } from '../cost/spend-meter.ts';
import type { PaidAnswers } from '../paid/paid-answers.ts';

/** A document that lies in a file of this machine. */
export interface DocumentFile {
  readonly path: string;
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
}

/** A document to read: its bytes, or for a large one the file where they lie. The file name is a hint only: the bytes decide what it is. */
export type DocumentInput = ReadingOrder &
  ({ readonly bytes: Uint8Array; readonly file?: never } | { readonly file: DocumentFile; readonly bytes?: never });

/** What is said of a document beside its bytes, and how it is to be read. */
interface ReadingOrder {
  readonly file_name: string;
  readonly media_type?: string;
  readonly deadline: Date;
  readonly signal?: AbortSignal;
  /** Counts what text recognition costs; without it nothing is counted. */
  readonly meter?: SpendMeter;
  /** What text recognition was asked before in this session; without it every page is read anew. */
  readonly paid?: PaidAnswers;
}

/** A document that was read, in the shape that sources are built from. */
export interface DocumentContent {
  /** What the bytes were. */
  readonly format: 'pdf' | 'docx' | 'html' | 'markdown' | 'text' | 'image';
  readonly title: string;
  /** Pages, for formats that have them. */
  readonly pages?: number;
  /** Pages that text recognition read; absent when it read none. */
  readonly ocr_pages?: number;
  readonly published_at?: string;
  readonly language?: string;
  readonly blocks: readonly Block[];
  readonly hidden?: HiddenText;
  readonly warnings: readonly string[];
}

/**
 * Reads documents. Throws `UnreadableDocumentError` for one that is encrypted, damaged, empty, too large, without text, or of an unknown type; the
 * message names the file and says which.
 */
export interface DocumentReader {
  read(input: DocumentInput): Promise<DocumentContent>;
}
