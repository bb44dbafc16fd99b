import { findDate } from './dates.ts';
import type { ElementNode } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** Part of a block that its date must fill for the block to be a dateline: "Posted on March 3, 2026". */
const DATELINE_SHARE = 0.4;

/** Elements between a dateline and what it has in common with its headline: entries of lists are nested this deep at most. */
const MAX_STEPS_TO_ENTRY = 6;

/** Blocks before or after a dateline in which its headline is looked for. */
const MAX_BLOCKS_TO_HEADLINE = 2;

const NOT_PUBLISHED = /©|copyright|all rights/i;

/** Gives blocks the dates that they bear: those of `<time>`, those written as a dateline in or at the edge of a text, and to headlines that of their dateline. */
export function dateBlocks(blocks: readonly RawBlock[]): RawBlock[] {
  const dated = blocks.map((block) => withDate(block, block.date ?? datelineOf(block.text)));
  for (const [index, block] of dated.entries()) {
    if (block.date === undefined || block.kind === 'heading' || !isDateline(block.text)) continue;
    const headline = headlineOf(dated, index);
    const target = headline === undefined ? undefined : dated[headline];
    if (headline !== undefined && target !== undefined && target.date === undefined)
      dated[headline] = withDate(target, block.date);
  }
  return dated;
}

function withDate(block: RawBlock, date: string | undefined): RawBlock {
  return date === undefined ? block : { ...block, date };
}

function datelineOf(text: string): string | undefined {
  const found = NOT_PUBLISHED.test(text) ? undefined : findDate(text);
  if (found === undefined) return undefined;
  const opens = found.start === 0 && /^\s*[|–—:·•,-]/.test(text.slice(found.end));
  const closes = found.end === text.length && /[|–—:·•,-]\s*$/.test(text.slice(0, found.start));
  return opens || closes || found.end - found.start >= text.length * DATELINE_SHARE ? found.date : undefined;
}

function isDateline(text: string): boolean {
  const found = findDate(text);
  return found !== undefined && found.end - found.start >= text.length * DATELINE_SHARE;
}

/** The nearest heading that shares the smallest entry with the dateline at `index`. */
function headlineOf(blocks: readonly RawBlock[], index: number): number | undefined {
  const dateline = blocks[index];
  let best: number | undefined;
  let bestSteps = MAX_STEPS_TO_ENTRY + 1;
  for (let distance = 1; distance <= MAX_BLOCKS_TO_HEADLINE; distance++) {
    for (const place of [index + distance, index - distance]) {
      const block = blocks[place];
      if (dateline === undefined || block?.kind !== 'heading') continue;
      const steps = stepsToShared(dateline.element, block.element);
      if (steps < bestSteps) [best, bestSteps] = [place, steps];
    }
  }
  return best;
}

function stepsToShared(from: ElementNode, other: ElementNode): number {
  let around: ElementNode | null = from;
  for (let steps = 0; around !== null && steps <= MAX_STEPS_TO_ENTRY; steps++, around = around.parent) {
    if (around.index <= other.index && other.index < around.end) return steps;
  }
  return Number.POSITIVE_INFINITY;
}
