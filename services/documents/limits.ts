/** Pages read of one PDF: resumes and job descriptions have fewer than 10, annual reports about 300; what lies behind is cut and reported. */
export const MAX_PDF_PAGES = 300;

/** Seconds one document may take, whatever the run's deadline: 300 pages of text take about 3 s here, on a slow function five times that. */
export const MAX_DOCUMENT_SECONDS = 45;

/** Megabytes of memory that the parsing process may use for data beside what Node reserves: a 50 MiB PDF with its decoded streams takes about 400. */
export const MAX_PARSER_MEMORY_MB = 1_024;

/** Megabytes that Node 24 reserves as writable memory without using it (code range, heap cage); measured on Linux x64 with `ulimit -d`: 620. */
export const NODE_RESERVED_MEMORY_MB = 640;

/** Megabytes of the parsing process's JavaScript heap; typed arrays, which lie outside of it, are bounded by {@link MAX_PARSER_MEMORY_MB}. */
export const MAX_PARSER_HEAP_MB = 512;

/** Resident megabytes after which a parsing process is not used for another document, so that one large file does not weigh on the next. */
export const RETIRE_PARSER_RSS_MB = 400;

/** Parsing processes side by side: the functions have two cores, and each process may take {@link MAX_PARSER_MEMORY_MB}. */
export const MAX_PARSER_PROCESSES = 2;

/** Bytes at the start of a file within which `%PDF` must stand: what readers accept in practice (ISO 32000, implementation notes of Acrobat). */
export const PDF_HEADER_WITHIN_BYTES = 1_024;

/** Unpacked bytes of the parts of a DOCX that are read: the longest novels are below 20 MB of XML. */
export const MAX_DOCX_UNPACKED_BYTES = 67_108_864;

/** Unpacked size of a part over its packed size: deflate reaches about 1,030; XML of real documents stays below 60. */
export const MAX_DOCX_COMPRESSION_RATIO = 200;

/** Unpacked bytes below which a ratio does not matter: empty parts of templates pack extremely well. */
export const COMPRESSION_RATIO_FREE_BYTES = 1_048_576;

/** Entries of a DOCX archive: large documents with an image on each page stay below 2,000. */
export const MAX_DOCX_ENTRIES = 10_000;

/** Smallest size of type that a reader sees, in points: below 1 pt a letter is a speck at any usual zoom. */
export const MIN_VISIBLE_POINTS = 1;

/** Largest difference of a color channel (0–255) between ink and ground at which text cannot be made out. */
export const MAX_INVISIBLE_CHANNEL_DIFFERENCE = 16;
