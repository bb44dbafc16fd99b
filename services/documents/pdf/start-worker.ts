import type { PDFWorker } from 'pdfjs-dist';
import { SameThreadPort } from './same-thread-port.ts';

/** Starts the worker of pdf.js on this thread, connected by a port that does not copy the operators of pages. `verbosity` is one of pdf.js's levels. */
export async function startWorker(pdfjs: typeof import('pdfjs-dist'), verbosity: number): Promise<PDFWorker> {
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  const port = new SameThreadPort();
  WorkerMessageHandler.initializeFromPort(port);
  return pdfjs.PDFWorker.create({ port: port as unknown as PDFWorker['port'], verbosity });
}
