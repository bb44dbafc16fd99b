import type { ElementNode } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** Part of a page's blocks that one section can hold; what holds more is the page. */
const MAX_SECTION_SHARE = 0.5;

/** Blocks and enclosing elements that are looked through for a section's end, so that a page of nothing but such headings costs no more than its length. */
const MAX_SECTION_BLOCKS = 400;
const MAX_SECTION_STEPS = 30;

/**
 * Index after the last block of the section that the block at `index` heads: the largest element that starts with it and does not hold most of
 * the page. Where heading and section only stand beside each other, the section goes on to the next heading of the same rank inside their parent.
 */
export function sectionEnd(blocks: readonly RawBlock[], index: number): number {
  const heading = blocks[index];
  if (heading === undefined) return index + 1;
  const limit = maxBlocks(blocks);
  const before = blocks[index - 1]?.element.index ?? -1;
  let end = index + 1;
  let around: ElementNode | null = heading.element;
  for (let steps = 0; around !== null && steps < MAX_SECTION_STEPS; steps++, around = around.parent) {
    if (before >= around.index || isPart(around)) break;
    const next = firstBeyond(blocks, end, around);
    if (next - index > limit) break;
    end = next;
  }
  return end > index + 1 ? end : siblingsEnd(blocks, index, heading);
}

function isPart({ tag }: ElementNode): boolean {
  return tag === 'body' || tag === 'main' || tag === 'html';
}

function maxBlocks(blocks: readonly RawBlock[]): number {
  return Math.min(MAX_SECTION_BLOCKS, blocks.length * MAX_SECTION_SHARE);
}

function firstBeyond(blocks: readonly RawBlock[], from: number, around: ElementNode): number {
  const last = Math.min(blocks.length, from + MAX_SECTION_BLOCKS + 1);
  let next = from;
  while (next < last && (blocks[next]?.element.index ?? 0) < around.end) next++;
  return next;
}

function siblingsEnd(blocks: readonly RawBlock[], index: number, heading: RawBlock): number {
  const parent = heading.element.parent;
  const { level } = heading;
  if (parent === null || level === undefined) return index + 1;
  const end = firstBeyond(blocks, index + 1, parent);
  const next = blocks.slice(index + 1, end).findIndex((block) => (block.level ?? LOWEST_RANK) <= level);
  const length = next < 0 ? end - index : next + 1;
  return length > maxBlocks(blocks) ? index + 1 : index + length;
}

/** Below every heading: text. */
const LOWEST_RANK = 7;
