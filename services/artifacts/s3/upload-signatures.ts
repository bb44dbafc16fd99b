/** Bytes at the start of an upload that tell its type: the header of a PDF may follow up to 1,024 bytes of something else. */
export const UPLOAD_START_BYTES = 1_024;

type StartTest = (start: Buffer) => boolean;

const startsWith =
  (...bytes: readonly number[]): StartTest =>
  (start) =>
    start.subarray(0, bytes.length).equals(Buffer.from(bytes));

/** Text has no zero byte, except as UTF-16, which begins with its byte order mark. */
const isText: StartTest = (start) =>
  !start.includes(0) || startsWith(0xff, 0xfe)(start) || startsWith(0xfe, 0xff)(start);

/** The types that may be uploaded, and what their files begin with. */
const UPLOAD_TYPES: Readonly<Record<string, StartTest>> = {
  'application/pdf': (start) => start.includes('%PDF-'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': startsWith(0x50, 0x4b, 0x03, 0x04),
  'image/jpeg': startsWith(0xff, 0xd8, 0xff),
  'image/png': startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  'image/tiff': (start) => startsWith(0x49, 0x49, 0x2a, 0x00)(start) || startsWith(0x4d, 0x4d, 0x00, 0x2a)(start),
  'text/html': isText,
  'text/markdown': isText,
  'text/plain': isText,
};

/** The content types that may be uploaded. */
export const UPLOAD_CONTENT_TYPES: readonly string[] = Object.keys(UPLOAD_TYPES);

/** Says whether the first {@link UPLOAD_START_BYTES} of a file are those of its content type; false for a type that is not taken. */
export function isOfType(contentType: string, start: Uint8Array): boolean {
  return UPLOAD_TYPES[contentType]?.(Buffer.from(start)) ?? false;
}
