import { wordsOf } from './normalize-text.ts';
import type { RawBlock } from './raw-block.ts';

/** Words from which on a text that comes a second time is a copy for another screen size or a turn of a carousel, not another entry of a list. */
const MIN_COPY_WORDS = 5;

/** Fewer characters cannot be that many words with spaces between, and need not be taken apart. */
const MIN_COPY_CHARACTERS = 2 * MIN_COPY_WORDS - 1;

/**
 * Leaves out texts that come a second time, with the short lines beside them that stood beside the first as well (the title over a text, the name below a
 * quotation), and lines of some words that repeat at once, as in a ticker; one word may be the value of several cells.
 */
export function withoutCopies(blocks: readonly RawBlock[]): RawBlock[] {
  const sources = sourcesOf(blocks);
  for (let index = blocks.length - 2; index >= 0; index--) followNeighbor(blocks, sources, index, 1);
  for (let index = 1; index < blocks.length; index++) followNeighbor(blocks, sources, index, -1);
  return blocks.filter(({ text, kind }, index) => {
    const isRepeated = kind !== 'table_row' && /\s/.test(text) && text === blocks[index - 1]?.text;
    return sources[index] === undefined && !isRepeated;
  });
}

/** For each block that is a copy the index of the first of its kind. */
function sourcesOf(blocks: readonly RawBlock[]): (number | undefined)[] {
  const seen = new Map<string, number>();
  return blocks.map(({ text }, index) => {
    if (!isLong(text)) return undefined;
    const source = seen.get(text);
    if (source === undefined) seen.set(text, index);
    return source;
  });
}

function isLong(text: string): boolean {
  return text.length >= MIN_COPY_CHARACTERS && wordsOf(text).length >= MIN_COPY_WORDS;
}

/** A short line is a copy when the block beside it is one and the same line stands beside what that was copied from. */
function followNeighbor(
  blocks: readonly RawBlock[],
  sources: (number | undefined)[],
  index: number,
  step: 1 | -1,
): void {
  const neighbor = sources[index + step];
  const text = blocks[index]?.text;
  if (neighbor === undefined || sources[index] !== undefined || text === undefined || isLong(text)) return;
  const source = neighbor - step;
  if (source < index && blocks[source]?.text === text) sources[index] = source;
}
