import { RejectedInputError } from '../../../contracts/errors.ts';
import { orientationOf } from '../scans/picture-facts.ts';
import type { CanvasImage } from './canvas.ts';
import { createCanvas, loadImage } from './canvas.ts';
import type { Engine } from './engine.ts';
import { MAX_DRAWN_PIXELS } from './limits.ts';
import type { Raster } from './raster.ts';
import { toGray } from './raster.ts';

/** Longer side up to which a picture is enlarged, in pixels: pages have 2,200 at 200 dpi, screenshots some 1,000, and their letters are too small as they are. */
const SMALL_SIDE = 2_000;

/** Longer side to which it is enlarged: that of A4 at 300 dpi. */
const ENLARGED_SIDE = 3_508;

/** How many times it is enlarged at most: beyond, nothing is won. */
const MAX_ENLARGEMENT = 3;

/**
 * Decodes a picture, upright, at a size at which letters are read well. Files from outside are decoded in WebAssembly; what comes out of there is a plain PNG, and that is
 * drawn. Throws `RejectedInputError` for a damaged one.
 */
export async function decodePicture(engine: Engine, bytes: Uint8Array): Promise<Raster> {
  const image = await open(engine.decode(bytes, orientationOf(bytes)));
  const scale = scaleOf(image);
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return toGray(context.getImageData(0, 0, width, height).data, width, height);
}

/** A picture that did not fit into Tesseract's memory comes out cut off. */
async function open(png: Uint8Array): Promise<CanvasImage> {
  try {
    return await loadImage(Buffer.from(png));
  } catch (error) {
    throw new RejectedInputError('the picture is too large to be decoded', { cause: error });
  }
}

function scaleOf({ width, height }: { readonly width: number; readonly height: number }): number {
  const longer = Math.max(width, height);
  if (longer < SMALL_SIDE) return Math.min(MAX_ENLARGEMENT, ENLARGED_SIDE / longer);
  return Math.min(1, Math.sqrt(MAX_DRAWN_PIXELS / (width * height)));
}
