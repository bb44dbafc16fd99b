import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** Draws a line of text as a picture (PNG), in a font that pdf.js brings along: no machine has to have it. */
export function pictureOf(line: string): Uint8Array {
  const font = fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'));
  GlobalFonts.registerFromPath(font, 'Picture');
  const canvas = createCanvas(1_600, 200);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  context.font = '48px Picture';
  context.fillText(line, 60, 115);
  return canvas.toBuffer('image/png');
}
