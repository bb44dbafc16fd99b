import { createRequire } from 'node:module';

type CanvasPackage = typeof import('@napi-rs/canvas');

/**
 * The canvas that pdf.js draws on, taken from where pdf.js finds it: it comes with pdf.js, 34 MB of native code, and another version of our own would install it twice. Loaded at
 * the start, so that a process without it does not start.
 */
export const { createCanvas, loadImage } = createRequire(import.meta.resolve('pdfjs-dist/package.json'))(
  '@napi-rs/canvas',
) as CanvasPackage;
