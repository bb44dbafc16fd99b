import type { DocumentContent } from './document-reader.ts';
import type { ScanLimits, Scans } from './scans/scans.ts';

/** What a parser is given beside the bytes. */
export interface ParseRequest {
  readonly file_name: string;
  /** Milliseconds after which the parser stops with what it has. */
  readonly time_ms: number;
  /** Folder of pdf.js, when it does not lie where Node finds it. */
  readonly pdfjs_folder?: string;
  /** What text recognition takes, when there is one: pages without text are then given along, each as a document of its own. */
  readonly scan_limits?: ScanLimits;
}

/** What a parser gives. */
export interface ParsedDocument extends DocumentContent {
  /** Pages that hold a picture and no text, when they were asked for and there are any; then `blocks` may be empty. */
  readonly scans?: Scans;
}
