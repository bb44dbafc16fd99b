import type { OcrReader } from '../ocr.ts';

/** What a text recognition takes of one document. */
export type ScanLimits = Pick<OcrReader, 'max_page_bytes' | 'max_pages'>;

/** A page that is a picture. */
export interface ScannedPage {
  /** From 1. */
  readonly number: number;
  /** A PDF of this page alone. */
  readonly bytes: Uint8Array;
}

/** The pages of a PDF that are pictures. */
export interface Scans {
  /** How many there are. */
  readonly total: number;
  /** Those that text recognition can be given. */
  readonly pages: readonly ScannedPage[];
  /** Pages that alone are too large. */
  readonly too_large: readonly { readonly number: number; readonly bytes: number }[];
  /** Why there are none, or not all: more than text recognition takes, or the file could not be taken apart. */
  readonly problem?: 'too_many' | 'not_divisible';
  /** What was the matter with a file that could not be taken apart. */
  readonly reason?: string;
}
