import type { Block, HiddenText } from '../../../contracts/index.ts';
import type { PageLink, PageVariant } from '../page/extracted-page.ts';

/** A page or PDF of the web as it was read, before it is known what it is to an interviewee. */
export interface PageDraft {
  /** The address that answered in the end. */
  readonly url: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly hidden?: HiddenText;
  readonly language?: string;
  readonly published_at?: string;
  readonly warnings: readonly string[];
  readonly links: readonly PageLink[];
  readonly canonical_url?: string;
  readonly variants?: readonly PageVariant[];
  readonly fetched_at: string;
}

/** What reading a PDF gives. */
export interface PdfContent {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly hidden?: HiddenText;
  readonly warnings: readonly string[];
  readonly published_at?: string;
}

/** Reads a PDF that the site links, until the signal ends the run; rejects with `UnreadableDocumentError` for one that cannot be read. */
export type ReadPdf = (bytes: Uint8Array, fileName: string, signal: AbortSignal) => Promise<PdfContent>;
