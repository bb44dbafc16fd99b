import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The files that recognition runs on, as paths. */
export interface RecognitionFiles {
  /** The script around the engine (CommonJS). */
  readonly engine: string;
  /** The engine, Tesseract 5 compiled to WebAssembly. */
  readonly wasm: string;
  /** Its knowledge of English letters, compressed. */
  readonly language: string;
}

/** Where an installed package keeps them: only the three of some thirty files, 6 of 60 MB, that are used. */
const PACKAGED = new URL('./files/', import.meta.url);

/** The build for the LSTM recognizer alone, with the vector instructions that Node 24 has on every platform. */
const ENGINE = 'tesseract-core-relaxedsimd-lstm';

/** The name of the language data: its faster form, with whole numbers, which reads as well. */
const LANGUAGE = 'eng.traineddata.gz';

/** Where the files lie: beside this one in an installed package, in the packages that they come from in a checkout. Throws when they are not there. */
export function recognitionFiles(): RecognitionFiles {
  return existsSync(PACKAGED) ? filesIn(PACKAGED, PACKAGED, 'cjs') : checkoutFiles();
}

/** The files of a checkout, which a package takes along. */
export function checkoutFiles(): RecognitionFiles {
  const engine = new URL('.', import.meta.resolve('tesseract.js-core/package.json'));
  const language = new URL('./4.0.0_best_int/', import.meta.resolve('@tesseract.js-data/eng/package.json'));
  return filesIn(engine, language, 'js');
}

function filesIn(engine: URL, language: URL, extension: 'cjs' | 'js'): RecognitionFiles {
  return {
    engine: fileURLToPath(new URL(`${ENGINE}.${extension}`, engine)),
    wasm: fileURLToPath(new URL(`${ENGINE}.wasm`, engine)),
    language: fileURLToPath(new URL(LANGUAGE, language)),
  };
}
