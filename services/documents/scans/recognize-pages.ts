import pLimit from 'p-limit';
import { z } from 'zod';
import { RejectedInputError } from '../../../contracts/index.ts';
import type { PaidAnswers } from '../../paid/paid-answers.ts';
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

/** How pages are read: until when, and what was read before in this session. */
export interface PageReading {
  readonly deadline: Date;
  readonly signal?: AbortSignal | undefined;
  readonly paid?: PaidAnswers | undefined;
  /** Of the document that the pages are of. */
  readonly document_sha256: string;
}

const KeptLines = z.array(
  z.object({
    text: z.string(),
    confidence: z.number(),
    left: z.number(),
    top: z.number(),
    width: z.number(),
    height: z.number(),
  }) satisfies z.ZodType<OcrLine>,
);

/** Reads pages side by side. A page that cannot be read is left out; what keeps the service itself from being used is thrown, and so is the reason of an abort. */
export async function recognizePages(
  pages: readonly NumberedPage[],
  ocr: OcrReader,
  reading: PageReading,
): Promise<RecognizedPages> {
  const { deadline, signal } = reading;
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
          await readOnce(page, ocr, reading).then(
            (found) => lines.set(page.number, found),
            (error: unknown) => refused.push({ number: page.number, reason: reasonOf(error) }),
          );
      }),
    ),
  ).finally(() => slots.clearQueue());
  return { lines, refused, late };
}

/** A page is known by its document and number: taken out of the document twice, its bytes may differ. */
async function readOnce(
  page: NumberedPage,
  ocr: OcrReader,
  { signal, paid, document_sha256 }: PageReading,
): Promise<readonly OcrLine[]> {
  const request = { service: ocr.name, question: { document_sha256, page: page.number } };
  const kept = await paid?.find(request, KeptLines);
  if (kept !== undefined) return kept;
  const lines = await ocr.read(page, signal);
  await paid?.keep(request, lines);
  return lines;
}

function reasonOf(error: unknown): string {
  if (error instanceof RejectedInputError) return error.message;
  throw error;
}
