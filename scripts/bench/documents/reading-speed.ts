import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { pdfJsText } from '../evidence/peers/pdfjs-text.ts';
import { longPdf } from './long-pdf.ts';

/** How long a PDF of 100 pages takes, in milliseconds: the fastest of the readings of each, which take turns. */
export interface DocumentSpeed {
  /** As a run reads it: in a process of its own, with layout, hidden text and passages. */
  readonly own_milliseconds: number;
  /** pdf.js in this process, its items one after the other. */
  readonly pdfjs_milliseconds: number;
  /** Two of them given at once. */
  readonly two_at_once_milliseconds: number;
}

/** Readings of each kind. The first also start processes and warm up. */
const RUNS = 6;

/** Longest that a reading may take, in milliseconds. */
const DEADLINE_MS = 120_000;

/** Measures the reading of documents beside raw pdf.js, in turns, so that a busy machine slows both. */
export async function measureDocumentSpeed(): Promise<DocumentSpeed> {
  const bytes = await longPdf();
  const reader = createDocumentReader();
  const read = () => reader.read({ file_name: 'report.pdf', bytes, deadline: new Date(Date.now() + DEADLINE_MS) });
  const times = { own: [] as number[], pdfjs: [] as number[], two: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.own.push(await millisecondsOf(read));
    // pdf.js takes the bytes away from whoever gives them.
    times.pdfjs.push(await millisecondsOf(() => pdfJsText(bytes.slice())));
    times.two.push(await millisecondsOf(() => Promise.all([read(), read()])));
  }
  return {
    own_milliseconds: Math.min(...times.own),
    pdfjs_milliseconds: Math.min(...times.pdfjs),
    two_at_once_milliseconds: Math.min(...times.two),
  };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}
