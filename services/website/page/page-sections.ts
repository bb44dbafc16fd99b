import type { ElementNode } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** Part of a page's blocks that one section can hold; what holds more is the page. */
const MAX_SECTION_SHARE = 0.5;

/**
 * Index after the last block of the section that the block at `index` heads: the largest element that starts with it and does not hold most of
 * the page. Where heading and section only stand beside each other, the section goes on to the next heading of the same rank inside their parent.
 */
export function sectionEnd(blocks: readonly RawBlock[], index: number): number {
  const heading = blocks[index];
  if (heading === undefined) return index + 1;
  const before = blocks[index - 1]?.element.index ?? -1;
  let end = index + 1;
  for (let around: ElementNode | null = heading.element; around !== null; around = around.parent) {
    if (before >= around.index || isPart(around)) break;
    const next = firstBeyond(blocks, index, around);
    if (next - index > blocks.length * MAX_SECTION_SHARE) break;
    end = next;
  }
  return end > index + 1 ? end : siblingsEnd(blocks, index, heading);
}

function isPart({ tag }: ElementNode): boolean {
  return tag === 'body' || tag === 'main' || tag === 'html';
}

function firstBeyond(blocks: readonly RawBlock[], index: number, around: ElementNode): number {
  let next = index + 1;
  while (next < blocks.length && (blocks[next]?.element.index ?? 0) < around.end) next++;
  return next;
}

function siblingsEnd(blocks: readonly RawBlock[], index: number, heading: RawBlock): number {
  const parent = heading.element.parent;
  const rank = heading.level ?? 6;
  let next = index + 1;
  if (parent === null || heading.level === undefined) return next;
  while (next < blocks.length && (blocks[next]?.element.index ?? 0) < parent.end && (blocks[next]?.level ?? 7) > rank)
    next++;
  return next - index > blocks.length * MAX_SECTION_SHARE ? index + 1 : next;
}
