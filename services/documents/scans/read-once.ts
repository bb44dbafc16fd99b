import { z } from 'zod';
import type { SpendMeter } from '../../cost/spend-meter.ts';
import type { PaidAnswers } from '../../paid/paid-answers.ts';
import type { OcrLine, OcrPage, OcrReader } from '../ocr.ts';

/** How a page is read: for whom, who counts what it costs, and what was read before in this session. */
export interface OnceReading {
  readonly signal?: AbortSignal | undefined;
  readonly meter?: SpendMeter | undefined;
  readonly paid?: PaidAnswers | undefined;
  /** Of the document that the page is of. */
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

/** Reads a page unless it was read before in this session. It is known by its document and number: taken out of the document twice, its bytes may differ. Throws as {@link OcrReader} does. */
export async function readOnce(
  number: number,
  page: () => OcrPage,
  ocr: OcrReader,
  { signal, meter, paid, document_sha256 }: OnceReading,
): Promise<readonly OcrLine[]> {
  const request = { service: ocr.name, question: { document_sha256, page: number } };
  const kept = await paid?.find(request, KeptLines);
  if (kept !== undefined) return kept;
  const lines = await ocr.read(page(), signal, meter);
  await paid?.keep(request, lines);
  return lines;
}
