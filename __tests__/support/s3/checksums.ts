import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './s3-error.ts';

const CHECKSUMS: Readonly<Record<string, (body: Buffer) => string>> = {
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
  'x-amz-checksum-crc32': (body) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(crc32(body));
    return bytes.toString('base64');
  },
};

/** Holds a body against the checksums that came with it, as headers or trailers, and gives them; throws BadDigest. */
export function verifiedChecksums(body: Buffer, headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-checksum-') && name in CHECKSUMS);
  for (const [name, value] of given) {
    if (CHECKSUMS[name]?.(body) !== value) throw new S3Error(400, 'BadDigest', `The ${name} did not match.`);
  }
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
