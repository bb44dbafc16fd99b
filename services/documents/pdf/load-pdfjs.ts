import { fileURLToPath } from 'node:url';

type PdfJs = typeof import('pdfjs-dist');

/** pdf.js asks for these at import, for drawing only; the text needs none of them. */
class DrawingStub {}

/**
 * Loads pdf.js so that its worker runs on this thread: the process around it is the boundary, and a thread would not bound memory. To draw, it loads its canvas, which is
 * native code.
 */
export async function loadPdfJs({ drawing = false }: { readonly drawing?: boolean } = {}): Promise<PdfJs> {
  const globals: Record<string, unknown> = globalThis;
  if (!drawing) for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globals[name] ??= DrawingStub;
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.min.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
  ]);
  globals.pdfjsWorker = worker;
  return pdfjs;
}

/** Folder of pdf.js with its character maps and standard fonts, ending in a slash. */
export function pdfJsFolder(): string {
  return fileURLToPath(new URL('.', import.meta.resolve('pdfjs-dist/package.json')));
}
