import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Canvas } from '@napi-rs/canvas';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** The font of the drawn pages: no machine has to have it. */
const FONT = 'Drawn';
GlobalFonts.registerFromPath(
  fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')),
  FONT,
);

/** How a page lies on the glass. */
export interface Lie {
  /** Quarter turns clockwise. */
  readonly turns?: 0 | 1 | 2 | 3;
  /** Degrees clockwise. */
  readonly skew?: number;
  /** Pixels of the page's width; 1,240 are A6 at 300 dpi. */
  readonly width?: number;
}

/** Draws columns of lines as a scanner would see them on A4. */
export function drawnPage(
  columns: readonly (readonly string[])[],
  { turns = 0, skew = 0, width = 1_240 }: Lie = {},
): Canvas {
  const height = Math.round(width * Math.SQRT2);
  const canvas = createCanvas(turns % 2 === 0 ? width : height, turns % 2 === 0 ? height : width);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fcfcfa';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#1a1a1a';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2 + (skew * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  const size = width / 56;
  context.font = `${size}px ${FONT}`;
  for (const [column, lines] of columns.entries())
    for (const [line, text] of lines.entries())
      context.fillText(text, width * (0.1 + 0.42 * column), height * 0.08 + line * size * 1.7);
  return canvas;
}

/** A PDF whose pages are pictures. */
export async function scannedPdf(...pages: readonly Canvas[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const page of pages) await addScan(pdf, page);
  return pdf.save();
}

/** Adds a page that is a picture, 300 dpi, from edge to edge. */
export async function addScan(pdf: PDFDocument, picture: Canvas): Promise<void> {
  const image = await pdf.embedJpg(picture.toBuffer('image/jpeg', 85));
  const [width, height] = [picture.width * 0.24, picture.height * 0.24];
  pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
}

/** Content of a PDF page that draws a picture's ink as filled rectangles: letters without text and without an image. */
export function asShapes(picture: Canvas): string {
  const { data, width, height } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
  const [unit, top] = [595 / width, 842];
  let content = '0 g\n';
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const start = x;
      while (x < width && (data[4 * (y * width + x)] ?? 255) < 128) x += 1;
      if (x > start)
        content += `${(start * unit).toFixed(2)} ${(top - (y + 1) * unit).toFixed(2)} ${((x - start) * unit).toFixed(2)} ${(unit * 1.05).toFixed(2)} re\n`;
    }
  return `${content}f\n`;
}

/** A TIFF file of pictures in gray, without compression (TIFF 6.0, section 4). */
export function tiffOf(...pictures: readonly Canvas[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('49492a0008000000', 'hex')];
  let at = 8;
  for (const [index, { width, height, gray }] of pictures.map(inGray).entries()) {
    const entries = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + 2 + 8 * 12 + 4],
      [278, height],
      [279, gray.length],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length);
    for (const [entry, [tag, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 2 + entry * 12);
      directory.writeUInt16LE(4, 4 + entry * 12);
      directory.writeUInt32LE(1, 6 + entry * 12);
      directory.writeUInt32LE(value, 10 + entry * 12);
    }
    at += directory.length + gray.length;
    directory.writeUInt32LE(index + 1 < pictures.length ? at : 0, 2 + entries.length * 12);
    parts.push(directory, gray);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function inGray(picture: Canvas): { width: number; height: number; gray: Buffer } {
  const { width, height } = picture;
  const { data } = picture.getContext('2d').getImageData(0, 0, width, height);
  return { width, height, gray: Buffer.from(data.filter((_, index) => index % 4 === 0)) };
}

/** A JPEG file with an Exif note that it has to be turned: 6 a quarter clockwise, 8 a quarter back. */
export function turnedJpeg(picture: Canvas, orientation: number): Uint8Array {
  const jpeg = picture.toBuffer('image/jpeg', 85);
  const exif = Buffer.concat([
    Buffer.from('ffe10022', 'hex'),
    Buffer.from('Exif\0\0', 'latin1'),
    Buffer.from('49492a0008000000', 'hex'),
    exifDirectory(orientation),
  ]);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]));
}

function exifDirectory(orientation: number): Buffer {
  const directory = Buffer.alloc(2 + 12 + 4);
  directory.writeUInt16LE(1);
  directory.writeUInt16LE(274, 2);
  directory.writeUInt16LE(3, 4);
  directory.writeUInt32LE(1, 6);
  directory.writeUInt16LE(orientation, 10);
  return directory;
}
