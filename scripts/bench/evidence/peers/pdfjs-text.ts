import { loadPdfJs, pdfJsFolder } from '../../../../services/documents/pdf/load-pdfjs.ts';

/** The text of a PDF as pdf.js hands it out: its items one after the other, a line's end where it marks one. */
export async function pdfJsText(bytes: Uint8Array): Promise<string> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: `${pdfJsFolder()}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${pdfJsFolder()}standard_fonts/`,
    disableFontFace: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n';
    }
    return text;
  } finally {
    await task.destroy();
  }
}
