import { createHash } from 'node:crypto';
import { createFileArtifactStore } from '../../../services/artifacts/file-artifact-store.ts';
import { createAwsServices } from '../../../services/aws-services.ts';

/**
 * Passes a large artifact through a store, to it and from it, and prints how much memory that took at most beside what the process had before, in MB. Run by itself:
 * `node --expose-gc pass-large-artifact.ts FOLDER MB`, or with an endpoint and a bucket in the place of the folder.
 */
const [place = '', megabytes = '0', bucket] = process.argv.slice(2);
const CHUNK = Buffer.alloc(65_536, 'what is kept ');
const CHUNKS_A_MB = 16;

/** Every so many chunks the memory is looked at: collecting takes some twenty milliseconds. */
const LOOKED_AT = 64;

const store =
  bucket === undefined
    ? createFileArtifactStore({ folder: place })
    : await createAwsServices(
        { ARTIFACTS_BUCKET: bucket },
        {
          timeouts: { sdk_seconds: 600 },
          client: {
            endpoint: place,
            region: 'loopback-1',
            credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a made-up secret' },
          },
        },
      ).artifacts();

/** The most that the process has held so far, in bytes, looked at every 4 MB, when what is over was collected: what the system calls its peak begins with that of the process which started this one. */
let peak = 0;
let looks = 0;

await pass('work/small.bin', CHUNKS_A_MB);
measure();
const before = peak;
await pass('work/large.bin', Number(megabytes) * CHUNKS_A_MB);
console.log((peak - before) / 1_048_576);

async function pass(key: string, chunks: number): Promise<void> {
  const hash = createHash('sha256');
  for (const chunk of made(chunks)) hash.update(chunk);
  const content = { bytes: chunks * CHUNK.byteLength, sha256: hash.digest('hex'), open: () => opened(chunks) };
  const pointer = await store.putStreamOnce(key, content, 'application/octet-stream');
  const bytes = await store.readStream(pointer, async (read) => {
    let count = 0;
    for await (const chunk of read) {
      count += chunk.byteLength;
      look();
    }
    return count;
  });
  if (bytes !== content.bytes) throw new Error(`${bytes} bytes came back of ${content.bytes}.`);
}

function* made(chunks: number): Generator<Buffer> {
  for (let index = 0; index < chunks; index += 1) yield CHUNK;
}

async function* opened(chunks: number): AsyncGenerator<Buffer> {
  for (const chunk of made(chunks)) {
    look();
    yield chunk;
  }
}

function look(): void {
  looks += 1;
  if (looks % LOOKED_AT === 0) measure();
}

function measure(): void {
  globalThis.gc?.();
  peak = Math.max(peak, process.memoryUsage.rss());
}
