import { wordsOf } from './normalize-text.ts';
import type { RawBlock } from './raw-block.ts';

/** Links that stand in the footers of sites, in the languages of most. */
const LEGAL_LINK =
  /^(?:privacy|terms|cookies?\b|legal|site ?map|accessibility|imprint|impressum|datenschutz|agb\b|do not sell|disclaimer|mentions légales|confidentialité|aviso legal|política de)/i;

/** Longest link of a footer, in words. */
const MAX_LINK_WORDS = 5;

/** Leaves out footers that are not marked up as such: runs of short links among which one leads to terms or privacy. */
export function withoutFooterLinks(blocks: readonly RawBlock[]): RawBlock[] {
  const dropped = new Set<RawBlock>();
  for (let index = 0; index < blocks.length; ) {
    const run = linkRun(blocks, index);
    if (run.some(({ text }) => LEGAL_LINK.test(text))) for (const block of run) dropped.add(block);
    index += Math.max(1, run.length);
  }
  return blocks.filter((block) => !dropped.has(block));
}

function linkRun(blocks: readonly RawBlock[], start: number): readonly RawBlock[] {
  let end = start;
  while (end < blocks.length && isShortLink(blocks[end])) end++;
  return blocks.slice(start, end);
}

function isShortLink(block: RawBlock | undefined): boolean {
  if (block === undefined || block.kind === 'heading') return false;
  return block.link_characters >= block.text.length * 0.8 && wordsOf(block.text).length <= MAX_LINK_WORDS;
}
