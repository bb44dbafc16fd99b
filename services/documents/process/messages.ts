import type { ScanLimits } from '../scans/scans.ts';

/** Formats that are parsed in a process of their own. */
export type ParserFormat = 'pdf' | 'docx' | 'markdown' | 'mime';

/** A document for the parsing process. */
export interface ParseMessage {
  readonly format: ParserFormat;
  readonly file_name: string;
  /** Its bytes, or the path of the file where they lie: a large one is not copied from process to process. */
  readonly content: Uint8Array | string;
  /** Milliseconds after which the parser stops with what it has. */
  readonly time_ms: number;
  /** Folder of pdf.js, when it does not lie where Node finds it. */
  readonly pdfjs_folder?: string;
  /** What text recognition takes, when there is one. */
  readonly scan_limits?: ScanLimits;
}

/** An error on its way between processes. */
export interface ErrorMessage {
  readonly name: string;
  readonly message: string;
  readonly remedy?: string;
  readonly cause?: string;
}

/** What a bounded process answers: once that it is there, then for each request its result or what is the matter; with its resident memory. */
export type ProcessAnswer<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Result; readonly rss_bytes: number }
  | { readonly kind: 'failed'; readonly error: ErrorMessage; readonly rss_bytes: number };
