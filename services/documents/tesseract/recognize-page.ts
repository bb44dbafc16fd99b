import type { OcrLine } from '../ocr.ts';
import { decodePicture } from './decode-picture.ts';
import { drawPage } from './draw-page.ts';
import { Engine } from './engine.ts';
import type { RecognizeRequest } from './messages.ts';
import { recognizeRaster } from './recognize-raster.ts';

let opened: Promise<Engine> | undefined;

/** Reads a page: draws or decodes it, finds out how it lies, and recognizes its text. Tesseract is loaded once a process. Throws `RejectedInputError` for a damaged page. */
export async function recognizePage({ format, bytes }: RecognizeRequest): Promise<readonly OcrLine[]> {
  opened ??= Engine.open();
  const engine = await opened;
  const raster = format === 'pdf' ? await drawPage(bytes) : await decodePicture(engine, bytes);
  return recognizeRaster(engine, raster);
}
