import type { OcrFormat } from '../ocr.ts';

/** A page for the process that recognizes text. */
export interface RecognizeRequest {
  readonly format: OcrFormat;
  readonly bytes: Uint8Array;
}
