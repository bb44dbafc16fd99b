import type { ElementNode } from './page-tree.ts';
import { inclusiveAncestors } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** Part of a page's blocks that one section can hold; what holds more is the page. */
const MAX_SECTION_SHARE = 0.5;

/** Blocks and enclosing elements that are looked through for a section's end, so that a page of nothing but such headings costs no more than its length. */
const MAX_SECTION_BLOCKS = 400;
const MAX_SECTION_STEPS = 30;

/** Elements around a heading that are counted; those of real pages stand in some dozens. */
const MAX_DEPTH = 100;

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
  for (const around of inclusiveAncestors(heading.element, MAX_SECTION_STEPS)) {
    if (before >= around.index || isPart(around)) break;
    const next = firstBeyond(blocks, end, around);
    if (next - index > limit || blocks.slice(end, next).some((block) => startsNext(block, heading))) break;
    end = next;
  }
  return end > index + 1 ? end : siblingsEnd(blocks, index, heading);
}

/** A heading of a higher rank, or of the same where it stands no deeper, starts another section; titles of the cards in a section stand deeper. */
function startsNext({ level, element }: RawBlock, heading: RawBlock): boolean {
  if (level === undefined || heading.level === undefined || level > heading.level) return false;
  return level < heading.level || depthOf(element) <= depthOf(heading.element);
}

/** How deep an element stands, counted no further than matters. */
function depthOf({ parent }: ElementNode): number {
  let depth = 0;
  for (let around = parent; around !== null && depth < MAX_DEPTH; around = around.parent) depth++;
  return depth;
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
  if (parent === null || heading.level === undefined) return index + 1;
  const end = firstBeyond(blocks, index + 1, parent);
  const next = blocks.slice(index + 1, end).findIndex((block) => startsNext(block, heading));
  const length = next < 0 ? end - index : next + 1;
  return length > maxBlocks(blocks) ? index + 1 : index + length;
}
