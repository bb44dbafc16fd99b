import { randomBytes } from 'node:crypto';
import { brotliCompressSync, constants, createZstdCompress, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { rejectionOf } from '../read-site.ts';
import { fetcher, get, LIMITS, serve } from './fetching.ts';

describe('guarded fetch of a compressed body', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('unpacks %s and stops a bomb of it at the limit', async (encoding, compress) => {
    // Prepare: 20 MB of zeros in a few kilobytes.
    const bomb = compress(Buffer.alloc(20_000_000));
    const site = await serve((path) => ({
      headers: { 'content-encoding': encoding },
      body: path === '/' ? compress(Buffer.from('hello')) : bomb,
    }));
    const fetch = fetcher({ allowHosts: [site.host] });

    // Act
    const [plain, cut] = [await get(fetch, site.url), await get(fetch, `${site.url}bomb`)];

    // Assess
    expect([new TextDecoder().decode(plain.bytes), plain.truncated]).toEqual(['hello', false]);
    expect([cut.bytes.length, cut.truncated]).toEqual([LIMITS.bytes, true]);
  });

  it('does not give a zstd stream the memory for a window of 128 MB', async () => {
    // Prepare: random bytes, so that the window is really filled.
    const params = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_enableLongDistanceMatching]: 1 };
    const stream = createZstdCompress({ params });
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    for (let n = 0; n < 10; n += 1) stream.write(randomBytes(1_000_000));
    await new Promise<void>((resolve) => stream.end(() => resolve()));
    const bomb = Buffer.concat(chunks);
    const site = await serve(() => ({ headers: { 'content-encoding': 'zstd' }, body: bomb }));

    // Act
    const error = await rejectionOf(
      get(fetcher({ allowHosts: [site.host] }), site.url, { wireBytes: 20_000_000, bytes: 20_000_000 }),
    );

    // Assess
    expect(error.message).toContain('cannot be unpacked (ZSTD_error_frameParameter_windowTooLarge)');
  });
});
