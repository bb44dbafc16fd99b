import type { OcrLine } from '../ocr.ts';
import type { FoundLine, FoundPage, FoundWord } from './engine-types.ts';
import { MIN_LINE_CONFIDENCE, PARTING_GAP } from './limits.ts';

/** What was found on a page as lines with boxes in shares of it. Lines of which Tesseract is not at all sure are noise and left out; one with a wide gap becomes two. */
export function toOcrLines({ blocks }: FoundPage, { width, height }: { width: number; height: number }): OcrLine[] {
  return linesOf(blocks)
    .flatMap((line) => {
      const { y0, y1 } = line.baseline;
      const { rowHeight, descenders } = line.rowAttributes;
      const top = (y0 + y1) / 2 + descenders - rowHeight;
      return parted(line).map((words) => ({
        text: words.map(({ text }) => text).join(' '),
        confidence: confidenceOf(words),
        left: (words[0]?.bbox.x0 ?? 0) / width,
        top: top / height,
        width: ((words.at(-1)?.bbox.x1 ?? 0) - (words[0]?.bbox.x0 ?? 0)) / width,
        height: rowHeight / height,
      }));
    })
    .filter(({ confidence }) => confidence >= MIN_LINE_CONFIDENCE);
}

/** Mean confidence of all words, each by its letters, 0 to 1; 0 without words. */
export function meanConfidence({ blocks }: FoundPage): number {
  return confidenceOf(linesOf(blocks).flatMap(({ words }) => words));
}

/** Whether most lines run up or down: Tesseract reads them, but places them as they stand. */
export function isSideways({ blocks }: FoundPage): boolean {
  const long = linesOf(blocks).filter(({ words }) => words.length > 2);
  return long.filter(({ bbox }) => bbox.y1 - bbox.y0 > bbox.x1 - bbox.x0).length * 2 > long.length;
}

/** Words with letters or digits, and marks that stand alone in print; the others are stains and rules. */
const MEANT = /[\p{L}\p{N}]|^[-–—|/&+%$€£@•·*:]$/u;

function linesOf(blocks: FoundPage['blocks']): FoundLine[] {
  return blocks
    .flatMap(({ paragraphs }) => paragraphs ?? [])
    .flatMap(({ lines }) => lines ?? [])
    .map((line) => ({ ...line, words: line.words.filter(({ text }) => MEANT.test(text)) }))
    .filter(({ words }) => words.length > 0);
}

/** The words of a line, cut where the room between two is wide. */
function parted({ words, rowAttributes }: FoundLine): FoundWord[][] {
  const pieces: FoundWord[][] = [];
  for (const word of words) {
    const end = pieces.at(-1)?.at(-1)?.bbox.x1;
    if (end === undefined || word.bbox.x0 - end > PARTING_GAP * rowAttributes.rowHeight) pieces.push([word]);
    else pieces.at(-1)?.push(word);
  }
  return pieces;
}

function confidenceOf(words: readonly FoundWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / Math.max(1, letters) / 100;
}
