import { RejectedInputError } from '../../../contracts/index.ts';
import type { OcrLine, OcrPage, OcrReader } from '../ocr.ts';
import { ProcessFailure } from '../process/process-failure.ts';
import { ProcessPool } from '../process/process-pool.ts';
import type { ChildOptions } from '../process/start-child.ts';
import { pictureSize } from '../scans/picture-facts.ts';
import {
  MAX_PAGE_BYTES,
  MAX_PAGE_MS,
  MAX_PAGES,
  MAX_PICTURE_PIXELS,
  MAX_RECOGNITION_PROCESSES,
  RETIRE_RECOGNITION_RSS_MB,
} from './limits.ts';
import type { RecognizeRequest } from './messages.ts';

/** How text recognition on this machine is made; the defaults fit a checkout and an installed package. */
export type LocalOcrOptions = Partial<Pick<ChildOptions, 'entry' | 'memory_guard'>>;

/** The file that a recognizing process runs. */
const DEFAULT_ENTRY = new URL('./recognition-child.ts', import.meta.url);

/**
 * Makes the text recognition that runs on this machine, with Tesseract and its English data out of packages: nothing is fetched and nothing sent. It costs nothing until the first
 * page: then processes bounded in memory and time are started, and ended when idle.
 */
export function createLocalOcr({ entry = DEFAULT_ENTRY, ...options }: LocalOcrOptions = {}): OcrReader {
  const child = { ...options, entry, retire_rss_mb: RETIRE_RECOGNITION_RSS_MB, native_code: true };
  const pool = new ProcessPool<RecognizeRequest, readonly OcrLine[]>(child, MAX_RECOGNITION_PROCESSES);
  return {
    name: 'local',
    max_page_bytes: MAX_PAGE_BYTES,
    max_pages: MAX_PAGES,
    pages_at_once: MAX_RECOGNITION_PROCESSES,
    languages: ['en'],
    read: (page, signal) => readPage(pool, page, signal),
  };
}

async function readPage(
  pool: ProcessPool<RecognizeRequest, readonly OcrLine[]>,
  { format, bytes }: OcrPage,
  signal: AbortSignal | undefined,
): Promise<readonly OcrLine[]> {
  if (format !== 'pdf') assertPictureSize(bytes);
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await pool.ask(() => ({ request: { format, bytes: plain }, time_ms: MAX_PAGE_MS }), signal);
  } catch (error) {
    throw error instanceof ProcessFailure ? toError(error) : error;
  }
}

/** Refuses a picture by the size that its header states, before anything is decoded: a small file can hold any number of white pixels. */
function assertPictureSize(bytes: Uint8Array): void {
  const size = pictureSize(bytes);
  if (size === undefined) throw new RejectedInputError('the picture is damaged: it does not say how large it is');
  if (size.width * size.height <= MAX_PICTURE_PIXELS) return;
  throw new RejectedInputError(
    `the picture has ${size.width} × ${size.height} pixels; up to ${MAX_PICTURE_PIXELS / 1_000_000} million are taken`,
  );
}

function toError(failure: ProcessFailure): Error {
  const { kind, message, thrown } = failure;
  if (kind === 'not_started')
    return new RejectedInputError(`text recognition could not be started; install the program anew (${message})`, {
      cause: failure,
    });
  if (kind === 'too_slow') return new RejectedInputError(`it took ${message}`, { cause: failure });
  if (kind === 'too_much_memory') return new RejectedInputError('it needs too much memory', { cause: failure });
  if (thrown?.name === 'RejectedInputError') return new RejectedInputError(thrown.message, { cause: failure });
  return new RejectedInputError('it made the program that recognizes text fail', { cause: failure });
}
