import type { OcrFormat } from '../ocr.ts';

/** What an image is by its first bytes, undefined for formats that text recognition does not take. */
export function imageFormat(bytes: Uint8Array): Exclude<OcrFormat, 'pdf'> | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  return startsWith(bytes, LITTLE_ENDIAN) || startsWith(bytes, BIG_ENDIAN) ? 'tiff' : undefined;
}

/** Bytes of an entry in a directory of a TIFF file (TIFF 6.0, section 2). */
const ENTRY_BYTES = 12;

const LITTLE_ENDIAN = [0x49, 0x49, 0x2a, 0x00];
const BIG_ENDIAN = [0x4d, 0x4d, 0x00, 0x2a];

/** Whether a TIFF file has a second page: its first directory then names the place of another. A damaged one counts as having none. */
export function hasSeveralPages(tiff: Uint8Array): boolean {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = startsWith(tiff, LITTLE_ENDIAN);
  const directory = tiff.byteLength < 8 ? Number.POSITIVE_INFINITY : view.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return false;
  const next = directory + 2 + view.getUint16(directory, little) * ENTRY_BYTES;
  return next + 4 <= tiff.byteLength && view.getUint32(next, little) !== 0;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
