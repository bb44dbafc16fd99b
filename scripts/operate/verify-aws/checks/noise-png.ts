import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Bytes of a pixel: red, green, blue. */
const PIXEL_BYTES = 3;

/** A PNG of noise, which cannot be packed: about three bytes a pixel (PNG specification, second edition, chapters 5 and 11). */
export function noisePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, true color.
  header.writeUInt8(8, 8);
  header.writeUInt8(2, 9);
  // Each row begins with the number of its filter: none.
  const rows = Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), randomBytes(width * PIXEL_BYTES)]));
  const body = deflateSync(Buffer.concat(rows), { level: 0 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
