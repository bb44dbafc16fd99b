import type { SpendMeter } from '../cost/spend-meter.ts';

/** What text recognition can be given: a PDF of one page, or an image. */
export type OcrFormat = 'pdf' | 'png' | 'jpeg' | 'tiff';

/** A page for text recognition. */
export interface OcrPage {
  readonly format: OcrFormat;
  readonly bytes: Uint8Array;
}

/** A line of text and its box, in shares of the page's width and height, from its left upper corner. */
export interface OcrLine {
  readonly text: string;
  /** How sure, 0 to 1. */
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads text in pictures of pages. `read` gives the lines in the order in which they are found. It throws `RejectedInputError` for a page that cannot be read,
 * and `TransientUpstreamError`, `QuotaExceededError`, `PermissionDeniedError` or `ConfigurationError` when the service cannot be used.
 */
export interface OcrReader {
  /** "local" or "textract": it stands in the brief. */
  readonly name: string;
  /** Largest page, in bytes. */
  readonly max_page_bytes: number;
  /** Most pages of one document. */
  readonly max_pages: number;
  /** Pages that are best given at once. */
  readonly pages_at_once: number;
  /** Languages whose letters it knows, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** `RunCostLimitError` for a page that the run may not pay for any more; the meter counts the pages of a service that is paid. */
  read(page: OcrPage, signal?: AbortSignal, meter?: SpendMeter): Promise<readonly OcrLine[]>;
}
