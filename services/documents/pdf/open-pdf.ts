import type { PDFDocumentProxy } from 'pdfjs-dist';
import { unreadable } from '../unreadable.ts';
import { loadPdfJs, pdfJsFolder } from './load-pdfjs.ts';
import { startWorker } from './start-worker.ts';

/** A PDF that is open; close it when done, so that its memory is given back. */
export interface OpenPdf extends AsyncDisposable {
  readonly document: PDFDocumentProxy;
  /** Names of pdf.js's operators by their numbers. */
  readonly operator_names: ReadonlyMap<number, string>;
}

/** Bytes at the end of a file within which readers look for its end mark (ISO 32000, implementation notes of Acrobat). */
const END_WITHIN_BYTES = 1_024;

/** How a PDF is opened. */
export interface OpenOptions {
  /** Folder of pdf.js with its `cmaps` and `standard_fonts`, ending in a slash, when it does not lie where Node finds it. */
  readonly folder?: string | undefined;
  /** Largest image that is decoded, in pixels, when the pages are to be drawn; without it none is, and nothing can be drawn. */
  readonly max_image_pixels?: number;
}

/**
 * Opens a PDF with pdf.js. Without its character maps Chinese, Japanese and Korean text would be empty; images are left out before they are decoded, and
 * standard fonts are not loaded, both of which only drawing needs: how wide their letters are pdf.js knows without them. `bytes` are taken over and cannot be used afterwards. Throws `UnreadableDocumentError` when it is encrypted or damaged.
 */
export async function openPdf(
  file_name: string,
  bytes: Uint8Array,
  { folder = pdfJsFolder(), max_image_pixels = 0 }: OpenOptions = {},
): Promise<OpenPdf> {
  const drawing = max_image_pixels > 0;
  const pdfjs = await loadPdfJs({ drawing });
  const is_cut_off = !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    '%%EOF',
    -END_WITHIN_BYTES,
  );
  const verbosity = pdfjs.VerbosityLevel.ERRORS;
  const worker = drawing ? undefined : await startWorker(pdfjs, verbosity);
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: `${folder}cmaps/`,
    cMapPacked: true,
    ...(drawing ? { standardFontDataUrl: `${folder}standard_fonts/` } : {}),
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    useWasm: drawing,
    wasmUrl: `${folder}wasm/`,
    maxImageSize: max_image_pixels,
    verbosity,
    ...(worker === undefined ? {} : { worker }),
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker?.destroy();
  };
  const operator_names = new Map(Object.entries(pdfjs.OPS).map(([name, number]) => [number, name]));
  try {
    return { document: await task.promise, operator_names, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    if (error instanceof pdfjs.PasswordException) throw unreadable(file_name, 'encrypted_pdf', { cause: error });
    const more = is_cut_off ? { more: 'its end is missing, as after a download that broke off' } : {};
    throw unreadable(file_name, 'damaged_pdf', { cause: error, ...more });
  }
}
