import type { PDFDocument } from '@cantoo/pdf-lib';
import type { ScanLimits, ScannedPage, Scans } from './scans.ts';

/**
 * Bytes of all pages together that are taken apart, four times the largest document: what pages share, such as a font, is copied into each. Where a file makes each page
 * carry all pictures, the rest is left out.
 */
const MAX_SCANS_BYTES = 209_715_200;

/** Takes pages out of a PDF, each as a PDF of its own. Never throws on a file: one that cannot be taken apart has no pages and says so. */
export async function splitPages(bytes: Uint8Array, numbers: readonly number[], limits: ScanLimits): Promise<Scans> {
  const none = { total: numbers.length, pages: [], too_large: [] };
  if (numbers.length > limits.max_pages) return { ...none, problem: 'too_many' };
  const pdfLib = await import('@cantoo/pdf-lib');
  const pages: ScannedPage[] = [];
  const too_large: { number: number; bytes: number }[] = [];
  let left = MAX_SCANS_BYTES;
  try {
    const whole = await pdfLib.PDFDocument.load(bytes, { updateMetadata: false });
    for (const number of numbers) {
      const page = await takePage(pdfLib.PDFDocument, whole, number);
      if (page.byteLength > Math.min(left, limits.max_page_bytes)) too_large.push({ number, bytes: page.byteLength });
      else pages.push({ number, bytes: page });
      left -= page.byteLength;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { total: numbers.length, pages, too_large, problem: 'not_divisible', reason };
  }
  return { total: numbers.length, pages, too_large };
}

async function takePage(Pdf: typeof PDFDocument, whole: PDFDocument, number: number): Promise<Uint8Array> {
  const single = await Pdf.create({ updateMetadata: false });
  const [page] = await single.copyPages(whole, [number - 1]);
  if (page !== undefined) single.addPage(page);
  return single.save({ addDefaultPage: false });
}
