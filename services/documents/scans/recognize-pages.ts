import pLimit from 'p-limit';
import { RejectedInputError } from '../../../contracts/index.ts';
import { RunCostLimitError } from '../../cost/run-cost-limit-error.ts';
import type { OcrFormat, OcrLine, OcrReader } from '../ocr.ts';
import type { OnceReading } from './read-once.ts';
import { readOnce } from './read-once.ts';

/** A page to be read, by its number in the document. */
export interface NumberedPage {
  readonly number: number;
  readonly format: OcrFormat;
  /** Its bytes, made when its turn comes: pages of one file may each be a copy of it. */
  readonly bytes: () => Uint8Array;
}

/** A page that was not read, with the reason. */
export interface UnreadPage {
  readonly number: number;
  readonly reason: string;
}

/** What came of the pages. */
export interface RecognizedPages {
  /** The lines of each page that was read, by its number; a page without text has none. */
  readonly lines: ReadonlyMap<number, readonly OcrLine[]>;
  /** Pages that could not be read. */
  readonly refused: readonly UnreadPage[];
  /** Pages that the run may not pay for any more. */
  readonly unpaid: readonly UnreadPage[];
  /** Pages for which no time was left. */
  readonly late: readonly number[];
}

/** How pages are read, and until when. */
export interface PageReading extends OnceReading {
  readonly deadline: Date;
}

/**
 * Reads pages side by side until the deadline, at which a page that is being read is given up. A page that cannot be read is left out; what keeps the service itself from
 * being used is thrown, and so is the reason of an abort.
 */
export async function recognizePages(
  pages: readonly NumberedPage[],
  ocr: OcrReader,
  reading: PageReading,
): Promise<RecognizedPages> {
  const { deadline, signal } = reading;
  const slots = pLimit(ocr.pages_at_once);
  const outcome: Outcome = { lines: new Map(), refused: [], unpaid: [], late: [] };
  const time = timeUntil(deadline);
  const stop = signal === undefined ? time : AbortSignal.any([time, signal]);
  const read = async ({ number, format, bytes }: NumberedPage): Promise<void> => {
    signal?.throwIfAborted();
    try {
      time.throwIfAborted();
      outcome.lines.set(
        number,
        await readOnce(number, () => ({ format, bytes: bytes() }), ocr, { ...reading, signal: stop }),
      );
    } catch (error) {
      signal?.throwIfAborted();
      noteFailure(outcome, number, error, time.aborted);
    }
  };
  await Promise.all(pages.map((page) => slots(() => read(page)))).finally(() => slots.clearQueue());
  return outcome;
}

/** {@link RecognizedPages} while they are read. */
interface Outcome {
  readonly lines: Map<number, readonly OcrLine[]>;
  readonly refused: UnreadPage[];
  readonly unpaid: UnreadPage[];
  readonly late: number[];
}

function noteFailure({ refused, unpaid, late }: Outcome, number: number, error: unknown, time_is_over: boolean): void {
  if (error instanceof RejectedInputError) refused.push({ number, reason: error.message });
  else if (error instanceof RunCostLimitError) unpaid.push({ number, reason: error.message });
  else if (time_is_over) late.push(number);
  else throw error;
}

function timeUntil(deadline: Date): AbortSignal {
  const left = deadline.getTime() - Date.now();
  return left <= 0 ? AbortSignal.abort() : AbortSignal.timeout(left);
}
