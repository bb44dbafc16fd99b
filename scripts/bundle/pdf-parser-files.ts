import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What pdf.js reads at run time: without the character maps Chinese, Japanese and Korean text is empty. Its fonts serve drawing alone, and no function draws. */
const DATA_FILES = 'cmaps/*.bcmap';

/** The process in which documents are parsed. */
export const PARSER_ENTRY = 'services/documents/process/parser-child.ts';

/** Its name in the archive, beside the function's own module. */
export const PARSER_FILE = 'parser-child.mjs';

/** The folder of pdf.js's data in the archive. */
const DATA_FOLDER = 'pdfjs';

/** The data files of pdf.js by their path in the archive. */
export function pdfJsDataFiles(): Map<string, Uint8Array> {
  const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  const names = globSync(DATA_FILES, { cwd: folder }).sort();
  return new Map(
    names.map((name) => [`${DATA_FOLDER}/${name.replaceAll('\\', '/')}`, readFileSync(join(folder, name))]),
  );
}
