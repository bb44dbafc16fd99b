import { PDF_HEADER_WITHIN_BYTES } from './limits.ts';

/** Bytes of an upload that are looked at before a run is started. */
export const FIRST_BYTES = PDF_HEADER_WITHIN_BYTES;

/** How a zip archive begins, which a DOCX file is. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Byte order marks of UTF-16, in which a text has zero bytes. */
const UTF_16_MARKS: readonly Buffer[] = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** How files begin that are no text, whatever their type says. */
const NO_TEXT: readonly Buffer[] = [ZIP, Buffer.from('%PDF-')];

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** TIFF in both byte orders. */
const TIFF: readonly Buffer[] = [Buffer.from([0x49, 0x49, 0x2a, 0x00]), Buffer.from([0x4d, 0x4d, 0x00, 0x2a])];

/** Whether the first bytes are of a type, by the type's name. */
const CHECKS: Readonly<Record<string, (start: Buffer) => boolean>> = {
  'application/pdf': (start) => start.subarray(0, PDF_HEADER_WITHIN_BYTES).includes('%PDF-'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': (start) => beginsWith(start, ZIP),
  'image/jpeg': (start) => beginsWith(start, JPEG),
  'image/png': (start) => beginsWith(start, PNG),
  'image/tiff': (start) => TIFF.some((signature) => beginsWith(start, signature)),
  'message/rfc822': beginsWithHeader,
  'multipart/related': beginsWithHeader,
  'text/html': isText,
  'text/markdown': isText,
  'text/plain': isText,
};

/** The types of which the first bytes are known. */
export const KNOWN_MEDIA_TYPES: readonly string[] = Object.keys(CHECKS);

/**
 * What is wrong with the beginning of a document that is said to be of a type, for the person who gave it; undefined when nothing is. Parameters of
 * the type, such as its charset, are not looked at.
 */
export function firstBytesProblem(mediaType: string, firstBytes: Uint8Array): string | undefined {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const check = CHECKS[type];
  if (check === undefined) return `is of the type ${type || 'unknown'}, which is not read`;
  return check(Buffer.from(firstBytes)) ? undefined : `does not begin as ${type} does`;
}

function isText(start: Buffer): boolean {
  if (NO_TEXT.some((signature) => beginsWith(start, signature))) return false;
  return !start.includes(0) || UTF_16_MARKS.some((mark) => beginsWith(start, mark));
}

/** Saved pages and mails begin with a header (RFC 5322, 2.2), mailboxes with a line "From ". */
function beginsWithHeader(start: Buffer): boolean {
  return (
    isText(start) && /^(?:\u00ef\u00bb\u00bf)?(?:From |[!-9;-~]{1,76}[ \t]*:)/.test(start.toString('latin1', 0, 100))
  );
}

function beginsWith(start: Buffer, signature: Buffer): boolean {
  return start.subarray(0, signature.byteLength).equals(signature);
}
