import type { Passage } from '../../../contracts/index.ts';
import { MAX_CHUNK_BYTES } from './limits.ts';
import { splitByBytes } from './split-bytes.ts';

/** A part of a passage within a chunk, offsets in UTF-16 code units. */
export interface Piece {
  readonly passage: Passage;
  readonly text: string;
  /** Where it begins in the passage. */
  readonly from: number;
  /** Where it begins in the chunk. */
  readonly at: number;
}

/** A text for Comprehend: whole passages of one source where they fit, one a line, at most {@link MAX_CHUNK_BYTES}. */
export interface Chunk {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/**
 * Packs passages into as few chunks as their order allows, because each document of a request is billed 300 characters at least; longer passages are cut at sentence
 * ends. The pieces of a passage joined are the passage.
 */
export function cutChunks(passages: readonly Passage[]): readonly Chunk[] {
  const chunks: { text: string; bytes: number; pieces: Piece[] }[] = [];
  for (const passage of passages) {
    let from = 0;
    for (const text of splitByBytes(passage.text, MAX_CHUNK_BYTES)) {
      const bytes = Buffer.byteLength(text);
      const last = chunks.at(-1);
      if (last !== undefined && last.bytes + 1 + bytes <= MAX_CHUNK_BYTES) {
        last.pieces.push({ passage, text, from, at: last.text.length + 1 });
        last.text += `\n${text}`;
        last.bytes += 1 + bytes;
      } else chunks.push({ text, bytes, pieces: [{ passage, text, from, at: 0 }] });
      from += text.length;
    }
  }
  return chunks.map(({ text, pieces }) => ({ text, pieces }));
}
