import { createRequire } from 'node:module';

/** A decoded picture. */
export interface CanvasImage {
  readonly width: number;
  readonly height: number;
}

/** What is used of a canvas, as the HTML standard describes it. */
interface Context {
  fillStyle: string;
  imageSmoothingQuality: 'low' | 'medium' | 'high';
  fillRect(x: number, y: number, width: number, height: number): void;
  drawImage(image: CanvasImage, x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

interface CanvasPackage {
  readonly createCanvas: (width: number, height: number) => { getContext(kind: '2d'): Context };
  readonly loadImage: (bytes: Buffer) => Promise<CanvasImage>;
}

/**
 * The canvas that pdf.js draws on, taken from where pdf.js finds it: it comes with pdf.js, 34 MB of native code, and another version of our own would install it twice. Loaded at
 * the start, so that a process without it does not start.
 */
export const { createCanvas, loadImage } = createRequire(import.meta.resolve('pdfjs-dist/package.json'))(
  '@napi-rs/canvas',
) as CanvasPackage;
