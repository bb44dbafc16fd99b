import { isUtf8 } from 'node:buffer';

/** Share of control characters from which on bytes are no text: text has tabs, line breaks and now and then a form feed. */
const MAX_CONTROL_SHARE = 0.005;

/** Bytes that are looked at to tell text from other things. */
const SAMPLE_BYTES = 65_536;

const CONTROLS = /(?![\s\u0085])\p{Cc}/gu;

/**
 * Text of a file: UTF-8, UTF-16 (with byte order mark, or told by its zero bytes) or, when it is neither, Windows-1252, of which Latin-1 is a part. null when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const encoding = byteOrderMark(sample) ?? zeroBytePattern(sample) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  if (encoding === 'windows-1252' && !looksLikeSingleByteText(sample)) return null;
  const text = new TextDecoder(encoding).decode(bytes);
  return isText(text.slice(0, SAMPLE_BYTES)) ? text : null;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 of western text has a zero in every other byte. */
function zeroBytePattern(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  if (bytes.length < 8) return null;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** Text in a single-byte encoding is mostly ASCII letters and spaces; random bytes have both in 1 of 4. */
function looksLikeSingleByteText(bytes: Uint8Array): boolean {
  let plain = 0;
  for (const byte of bytes)
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09) plain += 1;
  return plain >= bytes.length * 0.7;
}

function isText(text: string): boolean {
  return (text.match(CONTROLS)?.length ?? 0) <= text.length * MAX_CONTROL_SHARE;
}
