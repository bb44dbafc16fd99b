import type { Block, TextractClient } from '@aws-sdk/client-textract';
import { DetectDocumentTextCommand } from '@aws-sdk/client-textract';
import { callAws } from '../../aws/call-aws.ts';
import type { CallTimeouts } from '../../aws/call-timeouts.ts';
import type { RateLimiter } from '../../aws/rate-limiter.ts';
import { createRateLimiter } from '../../aws/rate-limiter.ts';
import { bookCall } from '../../cost/book-call.ts';
import { UNMETERED } from '../../cost/spend-meter.ts';
import type { OcrLine, OcrPage, OcrReader } from '../ocr.ts';
import {
  DEFAULT_PAGES_PER_SECOND,
  LANGUAGES,
  MAX_PAGE_BYTES,
  MAX_PAGES,
  MAX_PAGES_AT_ONCE,
  SECONDS_A_PAGE,
} from './limits.ts';

/** How Textract is called. */
export interface TextractOcrOptions {
  readonly client: TextractClient;
  readonly timeouts: Pick<CallTimeouts, 'call_ms'>;
  /** Pages a second; {@link DEFAULT_PAGES_PER_SECOND} when absent. */
  readonly pages_per_second?: number;
}

/** Makes the text recognition that sends a page at a time to Amazon Textract (DetectDocumentText). */
export function createTextractOcr(options: TextractOcrOptions): OcrReader {
  const { pages_per_second = DEFAULT_PAGES_PER_SECOND } = options;
  const turn = createRateLimiter(pages_per_second);
  return {
    name: 'textract',
    max_page_bytes: MAX_PAGE_BYTES,
    max_pages: MAX_PAGES,
    languages: LANGUAGES,
    pages_at_once: Math.max(1, Math.min(MAX_PAGES_AT_ONCE, Math.ceil(pages_per_second * SECONDS_A_PAGE))),
    read: (page, signal, meter = UNMETERED) =>
      bookCall(meter, { at_most: { textract_pages: 1 }, send: () => readPage(options, turn, page, signal) }),
  };
}

async function readPage(
  { client, timeouts }: TextractOcrOptions,
  turn: RateLimiter,
  { bytes }: OcrPage,
  signal: AbortSignal | undefined,
): Promise<readonly OcrLine[]> {
  await turn(signal);
  try {
    const command = new DetectDocumentTextCommand({ Document: { Bytes: bytes } });
    const { Blocks: blocks = [] } = await callAws(
      { action: 'textract:DetectDocumentText', resource: '*' },
      timeouts.call_ms,
      ({ abortSignal }) =>
        client.send(command, {
          abortSignal: signal === undefined ? abortSignal : AbortSignal.any([signal, abortSignal]),
        }),
    );
    return blocks.flatMap(toLine);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

function toLine({ BlockType, Text, Confidence = 0, Geometry }: Block): OcrLine[] {
  if (BlockType !== 'LINE' || Text === undefined || Text.trim() === '') return [];
  const { Left = 0, Top = 0, Width = 0, Height = 0 } = Geometry?.BoundingBox ?? {};
  return [{ text: Text, confidence: Confidence / 100, left: Left, top: Top, width: Width, height: Height }];
}
