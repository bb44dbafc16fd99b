import type { Block } from '../../../contracts/index.ts';

/** Pages a block must stand on before it counts as furniture: on two pages it may be said twice on purpose. */
const MIN_PAGES = 3;

/** Share of a site's pages a block must stand on. */
const MIN_SHARE = 0.5;

function keyOf(block: Block): string {
  return `${block.kind === 'metadata' ? 'metadata' : 'text'}:${block.text
    .toLowerCase()
    .replace(/[\d\s\p{P}]+/gu, ' ')
    .trim()}`;
}

function pagesByBlock(pages: readonly { readonly blocks: readonly Block[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.blocks.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Keeps blocks that stand on most pages of a site (menus, footers, consent bars) where they first stand and drops them everywhere
 * else. Pages come in by rank and go out in the same order; numbers and punctuation make no difference. A page whose blocks all repeat keeps them.
 */
export function dropRepeatedBlocks<Page extends { readonly blocks: readonly Block[] }>(pages: readonly Page[]): Page[] {
  const needed = Math.max(MIN_PAGES, Math.ceil(pages.length * MIN_SHARE));
  const counts = pagesByBlock(pages);
  const met = new Set<string>();
  return pages.map((page) => {
    const blocks = page.blocks.filter((block) => {
      const key = keyOf(block);
      if ((counts.get(key) ?? 0) < needed) return true;
      const first = !met.has(key);
      met.add(key);
      return first;
    });
    return blocks.length === 0 || blocks.length === page.blocks.length ? page : { ...page, blocks };
  });
}
