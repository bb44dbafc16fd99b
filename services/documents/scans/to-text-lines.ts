import type { OcrLine } from '../ocr.ts';
import { layoutPage } from '../pdf/layout-page.ts';
import { median } from '../pdf/median.ts';
import type { TextLine } from '../pdf/text-line.ts';
import type { TextRun } from '../pdf/text-run.ts';

/** Size that a page is taken to have, in points (A4): boxes are shares of the page, and the layout only compares distances. */
const PAGE_POINTS = { width: 595, height: 842 } as const;

/** How far a line's height may be from the page's usual one to be set in the same type: boxes are lower without ascenders and descenders. */
const SAME_TYPE = 0.3;

/** Share of a box's height that is below the baseline and above the tallest letters. */
const LEADING = 0.15;

/** Puts the lines that text recognition gave for a page into reading order, column by column, as those of a PDF with text. */
export function toTextLines(lines: readonly OcrLine[], page: number): readonly TextLine[] {
  const usual = median(lines.map(({ height }) => height));
  return layoutPage(
    lines.map((line, order) => toRun(line, order, usual)),
    page,
  );
}

function toRun({ text, left, top, width, height }: OcrLine, order: number, usual: number): TextRun {
  const type = Math.abs(height - usual) <= SAME_TYPE * usual ? usual : height;
  return {
    text,
    angle: 0,
    u0: left * PAGE_POINTS.width,
    u1: (left + width) * PAGE_POINTS.width,
    v: (1 - top - height) * PAGE_POINTS.height,
    size: type * (1 - LEADING) * PAGE_POINTS.height,
    in_annotation: false,
    bold: false,
    order,
    hidden: null,
  };
}
