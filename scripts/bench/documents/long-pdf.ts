import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** Pages of the document, and lines of a page: a report of ordinary length and density. */
const PAGES = 100;
const LINES_A_PAGE = 44;

const LINE_HEIGHT_POINTS = 16;
const TOP_POINTS = 790;
const WORDS =
  'district heating networks carry water from a plant to every building and back, and each valve on the way decides how much of its heat is lost'.split(
    ' ',
  );

/** A PDF of 100 pages of text, made anew: each line differs, so that nothing is found twice. */
export async function longPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < PAGES; page += 1) {
    const sheet = document.addPage();
    for (let line = 0; line < LINES_A_PAGE; line += 1) {
      const text = Array.from({ length: 14 }, (_, word) => WORDS[(page * 7 + line * 3 + word) % WORDS.length]).join(
        ' ',
      );
      sheet.drawText(`${page + 1}.${line + 1} ${text}`, {
        x: 50,
        y: TOP_POINTS - line * LINE_HEIGHT_POINTS,
        size: 9,
        font,
      });
    }
  }
  return document.save();
}
