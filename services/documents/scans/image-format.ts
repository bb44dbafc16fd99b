import type { OcrFormat } from '../ocr.ts';

/** What an image is by its first bytes, undefined for formats that text recognition does not take. */
export function imageFormat(bytes: Uint8Array): Exclude<OcrFormat, 'pdf'> | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  return startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a])
    ? 'tiff'
    : undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
