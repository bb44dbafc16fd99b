import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ScanLimits, ScannedPage, Scans } from './scans.ts';

/**
 * Bytes of all pages together that are taken apart, four times the largest document: what pages share, such as a font, is copied into each. Where a file makes each page
 * carry all pictures, the rest is left out.
 */
const MAX_SCANS_BYTES = 209_715_200;

/** Takes pages out of an open PDF, each as a PDF of its own. Never throws on a file: one that cannot be taken apart says so. */
export async function splitPages(
  document: PDFDocumentProxy,
  numbers: readonly number[],
  limits: ScanLimits,
): Promise<Scans> {
  const total = numbers.length;
  if (total > limits.max_pages) return { total, pages: [], too_large: [], problem: 'too_many' };
  const pages: ScannedPage[] = [];
  const too_large: { number: number; bytes: number }[] = [];
  let left = MAX_SCANS_BYTES;
  try {
    for (const number of numbers) {
      const bytes = await document.extractPages([{ document: null, includePages: [number - 1] }]);
      if (bytes.byteLength > Math.min(left, limits.max_page_bytes)) too_large.push({ number, bytes: bytes.byteLength });
      else pages.push({ number, bytes });
      left -= bytes.byteLength;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { total, pages, too_large, problem: 'not_divisible', reason };
  }
  return { total, pages, too_large };
}
