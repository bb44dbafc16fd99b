import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ArtifactContent, ArtifactStore } from '../../services/artifacts/artifact-store.ts';

/** An empty store and its end. */
export interface ArtifactStoreUnderTest {
  readonly store: ArtifactStore;
  close(): Promise<void>;
}

const KEY_CHARACTERS = [...'0123456789ABCXYZabcxyz._-'];

/** What every artifact store must keep to. `make` gives an empty store. */
export function artifactStoreConformance(name: string, make: () => Promise<ArtifactStoreUnderTest>): void {
  describe(`${name} keeps the contract of ArtifactStore`, () => {
    let subject: ArtifactStoreUnderTest;
    let store: ArtifactStore;

    beforeEach(async () => {
      subject = await make();
      store = subject.store;
    });

    afterEach(() => subject.close());

    it('gives a pointer of key, checksum and bytes, and the bytes back', async () => {
      // Prepare
      const body = Uint8Array.from([0, 255, 10, 13, 128]);

      // Act
      const pointer = await store.putOnce('work/s-1/a.bin', body, 'application/octet-stream');

      // Assess
      expect(pointer).toEqual({ key: 'work/s-1/a.bin', sha256: sha256Of(body), bytes: 5 });
      expect([...(await store.get(pointer))]).toEqual([...body]);
    });

    it('writes text as UTF-8', async () => {
      // Act
      const pointer = await store.putOnce('work/t.txt', 'naïve 日本 🚀', 'text/plain');

      // Assess
      expect(pointer.bytes).toBe(Buffer.byteLength('naïve 日本 🚀'));
      expect(Buffer.from(await store.get(pointer)).toString('utf8')).toBe('naïve 日本 🚀');
    });

    it('keeps the first artifact under a key, and gives later writers its pointer', async () => {
      // Prepare
      const first = await store.putOnce('work/result.json', '{"n":1}', 'application/json');

      // Act
      const second = await store.putOnce('work/result.json', '{"n":22}', 'text/plain');

      // Assess
      expect(second).toEqual(first);
      expect(Buffer.from(await store.get(second)).toString('utf8')).toBe('{"n":1}');
      expect(await store.list('work/')).toEqual([
        { key: 'work/result.json', bytes: 7, content_type: 'application/json' },
      ]);
    });

    it('makes many writers of one key agree on one result', async () => {
      // Prepare
      const bodies = Array.from({ length: 20 }, (_, index) => `body ${index}`.repeat(index + 1));

      // Act
      const pointers = await Promise.all(bodies.map((body) => store.putOnce('work/same.txt', body, 'text/plain')));

      // Assess
      expect(new Set(pointers.map(({ sha256 }) => sha256)).size).toBe(1);
      const found = await store.find('work/same.txt');
      expect(found?.pointer).toEqual(pointers[0]);
      expect(bodies).toContain(Buffer.from(found?.body ?? []).toString('utf8'));
    });

    it('writes and reads chunk by chunk', async () => {
      // Prepare
      const body = new Uint8Array(300_000).map((_, index) => index % 251);

      // Act
      const pointer = await store.putStreamOnce('work/s.bin', contentOf(body, 70_000), 'application/octet-stream');
      const chunks = await store.readStream(pointer, collect);

      // Assess
      expect(pointer).toEqual({ key: 'work/s.bin', sha256: sha256Of(body), bytes: 300_000 });
      expect(Buffer.compare(Buffer.concat(chunks), body)).toBe(0);
      expect(Buffer.compare(await store.get(pointer), body)).toBe(0);
      expect(await store.list('work/')).toEqual([
        { key: 'work/s.bin', bytes: 300_000, content_type: 'application/octet-stream' },
      ]);
    });

    it('keeps the first artifact also when the second comes as a stream', async () => {
      // Prepare
      const first = await store.putOnce('work/a.txt', 'first', 'text/plain');

      // Act
      const second = await store.putStreamOnce('work/a.txt', contentOf(Buffer.from('second'), 2), 'text/plain');

      // Assess
      expect(second).toEqual(first);
      expect(Buffer.concat(await store.readStream(second, collect)).toString()).toBe('first');
    });

    it('keeps an empty stream', async () => {
      // Act
      const pointer = await store.putStreamOnce('work/e.txt', contentOf(new Uint8Array(), 10), 'text/plain');

      // Assess
      expect(await store.readStream(pointer, collect)).toEqual([]);
    });

    it.each([
      ['has another checksum', { sha256: '0'.repeat(64) }],
      ['is shorter', { bytes: 7 }],
      ['is longer', { bytes: 5 }],
    ])('refuses a stream that %s than announced, and keeps nothing of it', async (_, announced) => {
      // Prepare
      const content = { ...contentOf(Buffer.from('abcdef'), 2), ...announced };

      // Act
      const put = store.putStreamOnce('work/a.txt', content, 'text/plain');

      // Assess
      await expect(put).rejects.toMatchObject({
        name: 'RejectedInputError',
        message: expect.stringMatching(/announced/),
      });
      expect(await store.find('work/a.txt')).toBeUndefined();
    });

    it('throws what a stream throws, and keeps nothing of it', async () => {
      // Prepare
      const content = contentOf(Buffer.from('abcdef'), 2);
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('ab');
        throw new Error('the disk is gone');
      }

      // Act
      const put = store.putStreamOnce('work/a.txt', { ...content, open: broken }, 'text/plain');

      // Assess
      await expect(put).rejects.toThrow('the disk is gone');
      expect(await store.find('work/a.txt')).toBeUndefined();
    });

    it('gives nothing of a stream that is absent or differs, and throws what its reader throws', async () => {
      // Prepare
      const pointer = await store.putOnce('work/a.txt', 'here', 'text/plain');
      const fail = async (chunks: AsyncIterable<Uint8Array>) => {
        await collect(chunks);
        throw new Error('no room');
      };

      // Assess
      const refusal = { name: 'RejectedInputError' };
      await expect(store.readStream({ ...pointer, key: 'work/b.txt' }, collect)).rejects.toMatchObject(refusal);
      await expect(store.readStream({ ...pointer, sha256: '0'.repeat(64) }, collect)).rejects.toMatchObject(refusal);
      await expect(store.readStream({ ...pointer, bytes: 9 }, collect)).rejects.toMatchObject(refusal);
      await expect(store.readStream(pointer, fail)).rejects.toThrow('no room');
    });

    it('does not rely on what was not read to its end', async () => {
      // Prepare
      const pointer = await store.putOnce('work/a.txt', 'here', 'text/plain');

      // Act
      const read = store.readStream(pointer, async () => 'a part');

      // Assess
      await expect(read).rejects.toThrow(/to its end/);
    });

    it('keeps an empty artifact', async () => {
      // Act
      const pointer = await store.putOnce('work/empty.txt', '', 'text/plain');

      // Assess
      expect(pointer.bytes).toBe(0);
      expect(await store.get(pointer)).toHaveLength(0);
    });

    it('finds what lies under a key, or nothing', async () => {
      // Prepare
      const pointer = await store.putOnce('work/a.txt', 'here', 'text/plain');

      // Act
      const found = await store.find('work/a.txt');

      // Assess
      expect(found?.pointer).toEqual(pointer);
      expect(Buffer.from(found?.body ?? []).toString('utf8')).toBe('here');
      expect(await store.find('work/b.txt')).toBeUndefined();
      expect(await store.find('work')).toBeUndefined();
    });

    it('refuses a pointer to nothing and one with another checksum', async () => {
      // Prepare
      const pointer = await store.putOnce('work/a.txt', 'here', 'text/plain');

      // Assess
      await expect(store.get({ ...pointer, key: 'work/b.txt' })).rejects.toMatchObject({
        name: 'RejectedInputError',
        message: expect.stringMatching(/work\/b\.txt/),
      });
      await expect(store.get({ ...pointer, sha256: '0'.repeat(64) })).rejects.toMatchObject({
        name: 'RejectedInputError',
        message: expect.stringMatching(/checksum/),
      });
    });

    it('keeps a key and the keys below it side by side', async () => {
      // Act
      await store.putOnce('work/a', 'one', 'text/plain');
      await store.putOnce('work/a/b', 'two', 'text/plain');

      // Assess
      expect((await store.list('work/')).map(({ key }) => key)).toEqual(['work/a', 'work/a/b']);
    });

    it('lists below a prefix in order of keys, and nothing else', async () => {
      // Prepare
      const keys = ['work/s-1/b/x.json', 'work/s-1/B.json', 'work/s-1/a.json', 'work/s-10/a.json', 'briefs/s-1/a.json'];
      await Promise.all(keys.map((key) => store.putOnce(key, key, 'application/json')));

      // Act
      const heads = await store.list('work/s-1/');

      // Assess
      expect(heads).toEqual(
        ['work/s-1/B.json', 'work/s-1/a.json', 'work/s-1/b/x.json'].map((key) => ({
          key,
          bytes: key.length,
          content_type: 'application/json',
        })),
      );
      expect(await store.list('nothing/')).toEqual([]);
    });

    it('removes what lies below a prefix, counts it, and leaves the rest', async () => {
      // Prepare
      await Promise.all(
        ['work/s-1/a', 'work/s-1/b/c', 'work/s-10/a'].map((key) => store.putOnce(key, 'x', 'text/plain')),
      );

      // Act
      const removed = await store.deletePrefix('work/s-1/');

      // Assess
      expect(removed).toBe(2);
      expect(await store.list('work/s-1/')).toEqual([]);
      expect(await store.find('work/s-10/a')).toBeDefined();
      expect(await store.deletePrefix('work/s-1/')).toBe(0);
    });

    it.each(['work', '', '/', '../', 'a/../'])('refuses %j as a prefix', async (prefix) => {
      // Assess
      await expect(store.list(prefix)).rejects.toMatchObject({ name: 'RejectedInputError' });
      await expect(store.deletePrefix(prefix)).rejects.toMatchObject({ name: 'RejectedInputError' });
    });

    it('refuses every key with a part that is empty, a dot, two dots, or has another character', async () => {
      const part = fc.string({ unit: fc.constantFrom(...KEY_CHARACTERS), minLength: 1, maxLength: 12 });
      const bad = fc.oneof(
        fc.constantFrom('', '.', '..', '~', 'a~', 'a b', '%2e%2e', '..\\', 'a\0', 'ä', 'C:', 'x'.repeat(201)),
        fc.string({ minLength: 1 }).filter((text) => !/^[0-9A-Za-z._/-]+$/.test(text)),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(part, { maxLength: 3 }), bad, fc.array(part, { maxLength: 3 }), async (a, b, c) => {
          const key = [...a, b, ...c].join('/');
          await expect(store.putOnce(key, 'x', 'text/plain')).rejects.toMatchObject({ name: 'RejectedInputError' });
          await expect(store.find(key)).rejects.toMatchObject({ name: 'RejectedInputError' });
          await expect(store.get({ key, sha256: sha256Of(''), bytes: 0 })).rejects.toMatchObject({
            name: 'RejectedInputError',
          });
        }),
      );
    });

    it('keeps any content under any allowed key', async () => {
      const part = fc
        .string({ unit: fc.constantFrom(...KEY_CHARACTERS), minLength: 1, maxLength: 12 })
        .filter((text) => text !== '.' && text !== '..');
      let round = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(part, { minLength: 1, maxLength: 4 }),
          fc.uint8Array({ maxLength: 300 }),
          async (parts, body) => {
            round += 1;
            const key = [`round-${round}`, ...parts].join('/');
            const pointer = await store.putOnce(key, body, 'application/octet-stream');
            expect([...(await store.get(pointer))]).toEqual([...body]);
          },
        ),
        { numRuns: 40 },
      );
    });
  });
}

/** Content in chunks of so many bytes. */
function contentOf(body: Uint8Array, chunk_bytes: number): ArtifactContent {
  async function* open(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < body.byteLength; at += chunk_bytes) yield body.subarray(at, at + chunk_bytes);
  }
  return { bytes: body.byteLength, sha256: sha256Of(body), open };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return collected;
}

function sha256Of(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}
