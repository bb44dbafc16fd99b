import { TextDecoder } from 'node:util';
import { mendEncoding } from './mend-encoding.ts';

/** How far into a page a `<meta charset>` is looked for: the HTML standard's prescan length. */
const CHARSET_PRESCAN_BYTES = 1024;

const META_CHARSET = /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/**
 * The text of an HTML page. The encoding is that of a byte order mark, else of the `charset` in `contentType` (the HTTP header), else of a
 * `<meta charset>` in the first kilobyte, else UTF-8: the order of the HTML standard. An unknown label counts as UTF-8; bytes that do not fit
 * become U+FFFD; characters that were encoded twice are mended.
 */
export function decodeHtml(bytes: Uint8Array, contentType?: string): string {
  const label = byteOrderMark(bytes) ?? headerCharset(contentType) ?? metaCharset(bytes) ?? 'utf-8';
  return mendEncoding(decoderFor(label).decode(bytes));
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function headerCharset(contentType: string | undefined): string | undefined {
  return knownLabel(/charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]);
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, CHARSET_PRESCAN_BYTES));
  const label = knownLabel(META_CHARSET.exec(start)?.[1]);
  // A page whose meta element could be read byte by byte is not UTF-16, whatever it says; the standard takes UTF-8 then.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function knownLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  return decoderFor(label).encoding;
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_ENCODING_NOT_SUPPORTED')
      return new TextDecoder('utf-8');
    throw error;
  }
}
