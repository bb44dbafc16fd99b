/** A box in pixels, from the picture's left upper corner. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A word that Tesseract found; confidence 0 to 100. */
export interface FoundWord {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: PixelBox;
}

/** A line that Tesseract found. */
export interface FoundLine {
  readonly bbox: PixelBox;
  /** From its left end to its right end, in pixels. */
  readonly baseline: PixelBox;
  /** In pixels. */
  readonly rowAttributes: { readonly rowHeight: number; readonly descenders: number };
  readonly words: readonly FoundWord[];
}

/** What Tesseract finds on a picture, as its JSON renderer writes it; pictures within it are blocks without paragraphs. */
export interface FoundPage {
  readonly blocks: readonly {
    readonly paragraphs?: readonly { readonly lines?: readonly FoundLine[] | null }[] | null;
  }[];
}

/** Tesseract's interface (TessBaseAPI), as far as it is used. */
export interface TesseractApi {
  /** −1 when it fails. */
  Init(path: null, language: string, engineMode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetPageSegMode(mode: number): void;
  /** Takes the picture in the file `/input`, turned as its Exif orientation says (1 to 8) and by an angle in radians; 1 when it cannot be decoded. */
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  /** Writes the picture as it was given (kind 0), upright, as a PNG file. */
  WriteImage(kind: number, path: string): void;
  /** Gives back the memory of the picture and of what was found on it. */
  Clear(): void;
}

/** The module that the engine's script makes: Tesseract with a file system in memory. */
export interface TesseractModule {
  readonly TessBaseAPI: new () => TesseractApi;
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array;
    unlink(path: string): void;
  };
}

/** What the engine's script exports. */
export type TesseractFactory = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: (text: string) => void;
  readonly printErr: (text: string) => void;
}) => Promise<TesseractModule>;
