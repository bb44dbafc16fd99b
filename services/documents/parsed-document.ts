import type { DocumentContent } from './document-reader.ts';

/** What a parser is given beside the bytes. */
export interface ParseRequest {
  readonly file_name: string;
  /** Milliseconds after which the parser stops with what it has. */
  readonly time_ms: number;
  /** Folder of pdf.js, when it does not lie where Node finds it. */
  readonly pdfjs_folder?: string;
}

/** What a parser gives. */
export type ParsedDocument = DocumentContent;
