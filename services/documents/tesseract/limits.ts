/** Limits of the text recognition on this machine. */

/** Dots per inch at which pages are drawn: what Tesseract is trained on; below 200 small print gets lost, above 400 nothing is won. */
export const RECOGNITION_DPI = 300;

/** Most pixels of a picture that is taken, 40 million: A4 at 600 dpi has 35, and with transparency 45 were more than fits into the memory of a bounded process. */
export const MAX_PICTURE_PIXELS = 40_000_000;

/** Most pixels of a drawn page, 12 million: A4 at 300 dpi has 8.7. Larger sheets are drawn with fewer dots per inch. */
export const MAX_DRAWN_PIXELS = 12_000_000;

/** Largest page, in bytes: as large as the largest document. */
export const MAX_PAGE_BYTES = 52_428_800;

/** Most pages of one document: at three seconds each and two at once they take two and a half minutes, which is what the longest deadline leaves. */
export const MAX_PAGES = 100;

/** Milliseconds that a page may take: dense print takes 5 s of a core, up to four times that when it has to be turned, and cores are shared. The document's deadline cuts it short. */
export const MAX_PAGE_MS = 60_000;

/** Processes side by side: each keeps a core busy and may take as much memory as one that parses documents. */
export const MAX_RECOGNITION_PROCESSES = 2;

/** Resident megabytes after which a recognizing process is not used again: it takes 280 for a page of A4, and what WebAssembly has taken it never gives back. */
export const RETIRE_RECOGNITION_RSS_MB = 600;

/** Confidence (0 to 1) below which a line is taken for noise, such as the grain of a photograph: print that can be made out is above 0.6. */
export const MIN_LINE_CONFIDENCE = 0.4;

/** Mean confidence (0 to 1) below which a page is looked at turned by quarters: upright print is above 0.8, print on its side or head below 0.5. */
export const MIN_UPRIGHT_CONFIDENCE = 0.65;

/** Room between two words of a line that parts them, in heights of the line: two columns, or an entry and its date. */
export const PARTING_GAP = 1.5;
