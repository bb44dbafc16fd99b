import { createHash } from 'node:crypto';
import type { ArtifactPointer } from '../../contracts/index.ts';
import { RejectedInputError } from '../../contracts/index.ts';
import type { ArtifactContent } from './artifact-store.ts';

/** What content turned out to be while it passed. */
interface PassedFacts {
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
}

/** Chunks on their way, and what they were once the last has passed. */
interface PassingChunks {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Undefined until the last chunk has been taken. */
  facts(): PassedFacts | undefined;
}

/** Lets chunks pass as they come, counted and hashed. */
function passing(source: AsyncIterable<Uint8Array>): PassingChunks {
  let facts: PassedFacts | undefined;
  async function* pass(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
    facts = { bytes, sha256: hash.digest('hex') };
  }
  return { chunks: pass(), facts: () => facts };
}

/**
 * Opens content and holds it against what was announced. The last chunk is held back until all of it is known to be right, so that whoever writes it down never has the whole
 * of something else.
 *
 * @throws RejectedInputError while it is read, when it is not what was announced
 */
export async function* openAnnounced(key: string, content: ArtifactContent): AsyncGenerator<Uint8Array> {
  const { chunks, facts } = passing(content.open());
  let held: Uint8Array | undefined;
  for await (const chunk of chunks) {
    if (held !== undefined) yield held;
    held = chunk;
  }
  const found = facts();
  if (found?.sha256 !== content.sha256 || found.bytes !== content.bytes)
    throw new RejectedInputError(
      `What was to be kept as ${key} is not what was announced: ${content.bytes} bytes with SHA-256 ${content.sha256} announced, ${found?.bytes} with ${found?.sha256} found.`,
      { remedy: 'It was changed while it was read; try again.' },
    );
  if (held !== undefined) yield held;
}

/**
 * Hands chunks to `into`, and gives what it made of them when they were what the pointer says.
 *
 * @throws RejectedInputError when they were not
 */
export async function readVerified<Result>(
  source: AsyncIterable<Uint8Array>,
  pointer: ArtifactPointer,
  into: (chunks: AsyncIterable<Uint8Array>) => Promise<Result>,
): Promise<Result> {
  const { chunks, facts } = passing(source);
  const result = await into(chunks);
  const found = facts();
  if (found === undefined) throw new TypeError(`${pointer.key} must be read to its end before it can be relied on.`);
  if (found.sha256 !== pointer.sha256 || found.bytes !== pointer.bytes) throw differsFrom(pointer, found);
  return result;
}

/** The error of an artifact that is not what its pointer says. */
function differsFrom({ key, sha256, bytes }: ArtifactPointer, found: PassedFacts): RejectedInputError {
  const how =
    found.bytes === bytes
      ? `${sha256} expected, ${found.sha256} found`
      : `${bytes} bytes expected, ${found.bytes} found`;
  return new RejectedInputError(`Artifact ${key} differs from its checksum: ${how}.`, {
    remedy: 'The stored content was changed; start a new run.',
  });
}
