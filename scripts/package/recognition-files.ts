import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkoutFiles } from '../../services/documents/tesseract/data-files.ts';

/** Where the program looks for them in an installed package; see `recognitionFiles`. */
const FOLDER = 'services/documents/tesseract/files';

/**
 * Takes the three files that text recognition runs on into the package, with their license. The packages that they come from hold every build of the engine and
 * two forms of the language data, 58 MB, of which 6 are used.
 */
export function addRecognitionFiles(outFolder: string): void {
  const { engine, wasm, language } = checkoutFiles();
  const target = join(outFolder, FOLDER);
  mkdirSync(target, { recursive: true });
  for (const [path, name] of [
    [engine, 'tesseract-core-relaxedsimd-lstm.cjs'],
    [wasm, 'tesseract-core-relaxedsimd-lstm.wasm'],
    [language, 'eng.traineddata.gz'],
    [join(dirname(engine), 'LICENSE'), 'LICENSE'],
    [fileURLToPath(new URL('recognition-notice.md', import.meta.url)), 'README.md'],
  ] as const)
    copyFileSync(path, join(target, name));
}
