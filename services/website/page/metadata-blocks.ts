import type { Block } from '../../../contracts/index.ts';
import { wordsOf } from './normalize-text.ts';
import type { MetadataLine } from './structured-data-lines.ts';

/** Part of a line's words that the visible text must lack for the line to add something. */
const MIN_NEW_WORD_SHARE = 0.2;

/** Metadata blocks of one page: a list of a hundred products needs no more. */
const MAX_METADATA_BLOCKS = 400;

/** The lines of metadata that say something which neither the visible text nor an earlier line says, as blocks. */
export function metadataBlocks(lines: readonly MetadataLine[], visibleTexts: readonly string[]): Block[] {
  const known = new Set(visibleTexts.flatMap(wordsOf));
  const blocks: Block[] = [];
  for (const { text, date } of lines) {
    const words = wordsOf(text);
    const added = words.filter((word) => !known.has(word));
    if (blocks.length >= MAX_METADATA_BLOCKS || added.length === 0 || added.length < words.length * MIN_NEW_WORD_SHARE)
      continue;
    blocks.push({ kind: 'metadata', text, ...(date && { date }) });
    for (const word of added) known.add(word);
  }
  return blocks;
}
