import type { OcrLine } from '../ocr.ts';
import type { Engine } from './engine.ts';
import type { FoundPage } from './engine-types.ts';
import { findSlant } from './find-slant.ts';
import { MIN_UPRIGHT_CONFIDENCE } from './limits.ts';
import type { Raster, Turns } from './raster.ts';
import { toPgm, turned } from './raster.ts';
import { isSideways, meanConfidence, toOcrLines } from './to-ocr-lines.ts';

/** What was found on a page that was turned. */
interface Attempt {
  readonly found: FoundPage;
  readonly picture: Raster;
  readonly confidence: number;
}

/**
 * Reads a page whichever way it was put on the glass. Its slant is measured first; whether it stands on its head only shows in how sure the reading is, so
 * that a page is read once when it is upright, and again turned when it was not read well.
 */
export function recognizeRaster(engine: Engine, raster: Raster): readonly OcrLine[] {
  const slant = findSlant(raster);
  if (slant === undefined) return [];
  const { sideways, skew } = slant;
  let best = attempt(engine, raster, sideways ? 3 : 0, skew);
  for (const turns of sideways ? OTHER_WAYS.sideways : OTHER_WAYS.upright) {
    if (best.confidence >= MIN_UPRIGHT_CONFIDENCE) break;
    const next = attempt(engine, raster, turns, skew);
    if (next.confidence > best.confidence) best = next;
  }
  return toOcrLines(best.found, best.picture);
}

/** Turns that are tried after the first, most likely first. */
const OTHER_WAYS: { readonly [Way in 'sideways' | 'upright']: readonly Turns[] } = {
  sideways: [1, 0, 2],
  upright: [2, 3, 1],
};

function attempt(engine: Engine, raster: Raster, turns: Turns, skew: number): Attempt {
  const picture = turned(raster, turns);
  const found = engine.recognize(toPgm(picture), skew);
  return { found, picture, confidence: isSideways(found) ? 0 : meanConfidence(found) };
}
