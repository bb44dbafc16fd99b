import pLimit from 'p-limit';
import { RejectedInputError } from '../../../contracts/index.ts';
import type { OcrLine, OcrPage, OcrReader } from '../ocr.ts';

/** A page to be read, by its number in the document. */
export interface NumberedPage extends OcrPage {
  readonly number: number;
}

/** What came of the pages. */
export interface RecognizedPages {
  /** The lines of each page that was read, by its number; a page without text has none. */
  readonly lines: ReadonlyMap<number, readonly OcrLine[]>;
  /** Pages that could not be read, with the reason. */
  readonly refused: readonly { readonly number: number; readonly reason: string }[];
  /** Pages for which no time was left. */
  readonly late: readonly number[];
}

/** Reads pages side by side. A page that cannot be read is left out; what keeps the service itself from being used is thrown, and so is the reason of an abort. */
export async function recognizePages(
  pages: readonly NumberedPage[],
  ocr: OcrReader,
  { deadline, signal }: { readonly deadline: Date; readonly signal?: AbortSignal | undefined },
): Promise<RecognizedPages> {
  const slots = pLimit(ocr.pages_at_once);
  const lines = new Map<number, readonly OcrLine[]>();
  const refused: { number: number; reason: string }[] = [];
  const late: number[] = [];
  await Promise.all(
    pages.map((page) =>
      slots(async () => {
        signal?.throwIfAborted();
        if (Date.now() >= deadline.getTime()) late.push(page.number);
        else
          await ocr.read(page, signal).then(
            (found) => lines.set(page.number, found),
            (error: unknown) => refused.push({ number: page.number, reason: reasonOf(error) }),
          );
      }),
    ),
  ).finally(() => slots.clearQueue());
  return { lines, refused, late };
}

function reasonOf(error: unknown): string {
  if (error instanceof RejectedInputError) return error.message;
  throw error;
}
