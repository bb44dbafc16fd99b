import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';
import { PageSizes, PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';

/** A line of a document, by what it is. */
export type PdfBlock =
  | { readonly kind: 'title' | 'heading' | 'strong' | 'text' | 'bullet'; readonly text: string }
  | { readonly kind: 'new_page' };

/** Title and day of a document, and its lines in order. */
export interface PdfContent {
  readonly title: string;
  readonly author: string;
  readonly date: Date;
  readonly blocks: readonly PdfBlock[];
}

type TextKind = Exclude<PdfBlock['kind'], 'new_page'>;

/** Size and space above of each kind of line, in points. */
const STYLES: Readonly<Record<TextKind, { readonly size: number; readonly above: number; readonly bold: boolean }>> = {
  title: { size: 20, above: 0, bold: true },
  heading: { size: 13, above: 14, bold: true },
  strong: { size: 10.5, above: 8, bold: true },
  text: { size: 10.5, above: 3, bold: false },
  bullet: { size: 10.5, above: 3, bold: false },
};

const MARGIN_POINTS = 56;
const BULLET_INDENT_POINTS = 14;
const LINE_HEIGHT = 1.35;

/** Lays lines out from the top of an A4 page down; a page's end must be set by the content. */
class Typesetter {
  readonly #document: PDFDocument;
  readonly #fonts: { readonly plain: PDFFont; readonly bold: PDFFont };
  #page: PDFPage;
  #y = 0;

  constructor(document: PDFDocument, fonts: { readonly plain: PDFFont; readonly bold: PDFFont }) {
    this.#document = document;
    this.#fonts = fonts;
    this.#page = this.#newPage();
  }

  add(block: PdfBlock): void {
    if (block.kind === 'new_page') this.#page = this.#newPage();
    else this.#write(block.kind, block.text);
  }

  #newPage(): PDFPage {
    this.#y = PageSizes.A4[1] - MARGIN_POINTS;
    return this.#document.addPage(PageSizes.A4);
  }

  #write(kind: TextKind, text: string): void {
    const { size, above, bold } = STYLES[kind];
    const font = bold ? this.#fonts.bold : this.#fonts.plain;
    const x = MARGIN_POINTS + (kind === 'bullet' ? BULLET_INDENT_POINTS : 0);
    this.#y -= above;
    if (kind === 'bullet') this.#draw('•', MARGIN_POINTS + 2, this.#y - size, size, font);
    for (const line of wrapped(text, font, size, PageSizes.A4[0] - MARGIN_POINTS - x)) {
      this.#draw(line, x, this.#y - size, size, font);
      this.#y -= size * LINE_HEIGHT;
    }
    if (this.#y < MARGIN_POINTS) throw new RangeError(`"${text}" stands below the page; break the page before it.`);
  }

  #draw(text: string, x: number, y: number, size: number, font: PDFFont): void {
    this.#page.drawText(text, { x, y, size, font, color: rgb(0.1, 0.14, 0.17) });
  }
}

function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (font.widthOfTextAtSize(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Makes a PDF on A4 in Helvetica; the same content gives the same bytes. Throws `RangeError` when a page overflows. */
export async function makePdf({ title, author, date, blocks }: PdfContent): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setAuthor(author);
  document.setCreator(author);
  document.setProducer('pdf-lib');
  document.setCreationDate(date);
  document.setModificationDate(date);
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const typesetter = new Typesetter(document, { plain, bold });
  for (const block of blocks) typesetter.add(block);
  return document.save();
}
