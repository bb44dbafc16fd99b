import type { PDFPageProxy } from 'pdfjs-dist';
import { RejectedInputError } from '../../../contracts/errors.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { createCanvas } from './canvas.ts';
import { MAX_DRAWN_PIXELS, MAX_PICTURE_PIXELS, RECOGNITION_DPI } from './limits.ts';
import type { Raster } from './raster.ts';
import { toGray } from './raster.ts';

/** Points of PDF in an inch (ISO 32000-2, 8.3.2.3). */
const POINTS_PER_INCH = 72;

/** Draws the one page of a PDF as a reader sees it. Throws `RejectedInputError` when it is damaged. */
export async function drawPage(bytes: Uint8Array): Promise<Raster> {
  await using pdf = await openPdf('page.pdf', bytes, { max_image_pixels: MAX_PICTURE_PIXELS });
  const page = await pdf.document.getPage(1);
  const viewport = page.getViewport({ scale: scaleOf(page) });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const canvas = createCanvas(width, height);
  try {
    await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  } catch (error) {
    throw new RejectedInputError('the page could not be drawn', { cause: error });
  }
  return toGray(canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height);
}

/** Pixels a point: as many as recognition is used to, fewer on sheets that would have too many. */
function scaleOf(page: PDFPageProxy): number {
  const { width, height } = page.getViewport({ scale: 1 });
  return Math.min(RECOGNITION_DPI / POINTS_PER_INCH, Math.sqrt(MAX_DRAWN_PIXELS / (width * height)));
}
