/** A page of a PDF written by hand: content operators, and what differs from an upright A4 page. */
export interface RawPage {
  readonly content: string;
  /** Further entries of the page's dictionary, such as `/Rotate 90` or `/CropBox [0 0 300 300]`. */
  readonly entries?: string;
}

/** What a PDF written by hand may hold beside its pages. */
export interface RawPdfOptions {
  readonly title?: string;
  /** Unicode that the codes of font /Coded stand for: `{ A: 'א' }`. */
  readonly codes?: Readonly<Record<string, string>>;
}

const FONTS =
  '<< /Body << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> ' +
  '/Bold << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> ' +
  '/Coded << /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 5 0 R >> ' +
  '/Signs << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >> ' +
  `/Glyphs << /Type /Font /Subtype /Type0 /BaseFont /ArialMT /Encoding /Identity-H /DescendantFonts [${'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ArialMT /DW 556 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /ArialMT /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>'}] >> ` +
  '/Japanese << /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >> ' +
  '/Tategaki << /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-V /DescendantFonts [6 0 R] >> >>';

const JAPANESE_FONT =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> ' +
  '/FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 709 /Descent -241 /CapHeight 709 /StemV 69 >> >>';

/** One gray pixel, drawn as /Scan. */
const IMAGE =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n@\nendstream';

/** Writes a PDF from content operators, so that a test states exactly what is drawn where. Fonts: /Body, /Bold, /Coded, /Signs, /Glyphs (Arial by the numbers of its glyphs), /Japanese, /Tategaki. */
export function rawPdf(pages: readonly (RawPage | string)[], { title, codes = {} }: RawPdfOptions = {}): Uint8Array {
  const first_page = 8;
  const numbers = pages.map((_page, index) => first_page + 2 * index);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    title === undefined ? '<< >>' : `<< /Title (${title}) >>`,
    FONTS,
    stream(toUnicode(codes)),
    JAPANESE_FONT,
    IMAGE,
    ...pages.flatMap((page, index) => {
      const { content, entries = '' } = typeof page === 'string' ? { content: page } : page;
      const dictionary = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${entries} /Resources << /Font 4 0 R /XObject << /Scan 7 0 R >> >> /Contents ${first_page + 2 * index + 1} 0 R >>`;
      return [dictionary, stream(content)];
    }),
  ];
  return assemble(objects);
}

/** Lines of text as operators: from `y` downward, 14 points apart. */
export function textLines(
  lines: readonly string[],
  { x = 50, y = 780, size = 10, font = 'Body', leading = 14 } = {},
): string {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join(' ');
  return `BT /${font} ${size} Tf ${leading} TL ${x} ${y} Td ${shown} ET\n`;
}

/** A string in UTF-16 as PDF writes it. */
export function utf16(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function toUnicode(codes: Readonly<Record<string, string>>): string {
  const entries = Object.entries(codes).map(([code, text]) => `<${code.charCodeAt(0).toString(16)}> ${utf16(text)}`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /C def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange ${entries.length} beginbfchar ${entries.join(' ')} endbfchar endcmap end end`;
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1');
}
