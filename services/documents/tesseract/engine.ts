import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { RejectedInputError } from '../../../contracts/errors.ts';
import { recognitionFiles } from './data-files.ts';
import type { FoundPage, TesseractApi, TesseractFactory, TesseractModule } from './engine-types.ts';
import { RECOGNITION_DPI } from './limits.ts';

/** Tesseract's number of the engine that the language data are for: LSTM alone. */
const LSTM_ONLY = 1;

/** Tesseract's number of its page segmentation into columns and paragraphs, without detection of the script. */
const AUTOMATIC = 3;

const INPUT = '/input';

/** Where the engine writes pictures, whatever path it is given. */
const OUTPUT = '/image.png';

/** Tesseract's number for the picture as it was given. */
const AS_GIVEN = 0;

/** Tesseract, ready to read English letters. It runs in WebAssembly: what a picture does to it stays within its memory. */
export class Engine {
  readonly #module: TesseractModule;
  readonly #api: TesseractApi;

  private constructor(module: TesseractModule, api: TesseractApi) {
    this.#module = module;
    this.#api = api;
  }

  /** Loads Tesseract and its language data from this machine: nothing is fetched. Throws when the installation lacks them. */
  static async open(): Promise<Engine> {
    const files = recognitionFiles();
    const factory = createRequire(import.meta.url)(files.engine) as TesseractFactory;
    const silent = (): void => undefined;
    const module = await factory({ wasmBinary: readFileSync(files.wasm), print: silent, printErr: silent });
    module.FS.writeFile('eng.traineddata', gunzipSync(readFileSync(files.language)));
    const api = new module.TessBaseAPI();
    if (api.Init(null, 'eng', LSTM_ONLY) !== 0) throw new Error(`Tesseract does not take ${files.language}.`);
    api.SetVariable('user_defined_dpi', String(RECOGNITION_DPI));
    api.SetPageSegMode(AUTOMATIC);
    return new Engine(module, api);
  }

  /** Finds the text of a picture that is turned clockwise by `skew` radians. */
  recognize(picture: Uint8Array, skew: number): FoundPage {
    return this.#withPicture(picture, 1, -skew, () => {
      this.#api.Recognize(null);
      return JSON.parse(this.#api.GetJSONText()) as FoundPage;
    });
  }

  /** Decodes a PNG, JPEG or TIFF file and gives it upright, as its Exif orientation says (1 to 8), in a plain PNG file. Throws `RejectedInputError` for one that is damaged. */
  decode(picture: Uint8Array, orientation: number): Uint8Array {
    return this.#withPicture(picture, orientation, 0, () => {
      this.#api.WriteImage(AS_GIVEN, OUTPUT);
      const png = this.#module.FS.readFile(OUTPUT);
      this.#module.FS.unlink(OUTPUT);
      return png;
    });
  }

  #withPicture<Result>(picture: Uint8Array, orientation: number, angle: number, use: () => Result): Result {
    this.#module.FS.writeFile(INPUT, picture);
    try {
      if (this.#api.SetImageFile(orientation, angle) !== 0)
        throw new RejectedInputError('the picture is damaged or of a form that is not read');
      return use();
    } finally {
      this.#api.Clear();
      this.#module.FS.unlink(INPUT);
    }
  }
}
