import { findDate } from './dates.ts';
import type { ElementNode } from './page-tree.ts';
import { inclusiveAncestors } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** Part of a block that its date must fill for the block to be a dateline: "Posted on March 3, 2026". */
const DATELINE_SHARE = 0.5;

/** Longest text of a `<time>` that is a dateline whatever it says ("3 days ago"), in characters. */
const MAX_DATELINE_CHARACTERS = 40;

/** Elements between a dateline and what it has in common with its headline: entries of lists are nested this deep at most. */
const MAX_STEPS_TO_ENTRY = 6;

/** The same for a headline that is not marked up as one, and its longest text in characters. */
const MAX_STEPS_TO_PLAIN_HEADLINE = 2;
const MAX_HEADLINE_CHARACTERS = 200;

/** Elements that are entries by themselves: a dateline belongs to nothing outside of its own. */
const ENTRY_TAG = /^(?:li|article|tr)$/;

const NOT_PUBLISHED = /©|copyright|all rights|updated|modified|aktualisiert/i;

/** Gives blocks the dates that they bear: those of `<time>`, those written as a dateline in or at the edge of a text, and to headlines that of their dateline. */
export function dateBlocks(blocks: readonly RawBlock[]): RawBlock[] {
  const dated = blocks.map((block) => withDate(block, block.date ?? datelineOf(block)));
  for (const [index, block] of dated.entries()) {
    if (block.date === undefined || block.kind === 'heading' || !isDateline(block)) continue;
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

function datelineOf({ text, kind, link_characters }: RawBlock): string | undefined {
  const found = NOT_PUBLISHED.test(text) ? undefined : findDate(text);
  if (found === undefined) return undefined;
  // In an entry of a list with a link, what stands beside the link is the entry's date.
  const isEntry = kind === 'list_item' && link_characters > 0 && link_characters < text.length;
  const before = text.slice(0, found.start);
  const after = text.slice(found.end);
  const opens = before === '' && (isEntry || /^\s*[|–—:·•,-]/.test(after));
  const closes = after === '' && (isEntry || /[|–—:·•,-]\s*$/.test(before));
  return opens || closes || fillsMost(text) ? found.date : undefined;
}

function isDateline({ text, date }: RawBlock): boolean {
  return fillsMost(text) || (date !== undefined && text.length <= MAX_DATELINE_CHARACTERS);
}

function fillsMost(text: string): boolean {
  const found = findDate(text);
  return found !== undefined && found.end - found.start >= text.length * DATELINE_SHARE;
}

/** The nearest heading that shares the smallest entry with the dateline at `index`; without one, the line after it, if it shares its entry. */
function headlineOf(blocks: readonly RawBlock[], index: number): number | undefined {
  const places = [1, -1, 2, -2]
    .map((distance) => index + distance)
    .filter((place) => blocks[place]?.kind === 'heading');
  const steps = places.map((place) => stepsBetween(blocks, index, place));
  const fewest = Math.min(...steps);
  if (fewest <= MAX_STEPS_TO_ENTRY) return places[steps.indexOf(fewest)];
  return isPlainHeadline(blocks[index + 1]) && stepsBetween(blocks, index, index + 1) <= MAX_STEPS_TO_PLAIN_HEADLINE
    ? index + 1
    : undefined;
}

function isPlainHeadline(block: RawBlock | undefined): boolean {
  return block !== undefined && block.date === undefined && block.text.length <= MAX_HEADLINE_CHARACTERS;
}

function stepsBetween(blocks: readonly RawBlock[], index: number, place: number): number {
  const [from, other] = [blocks[index], blocks[place]];
  return from === undefined || other === undefined
    ? Number.POSITIVE_INFINITY
    : stepsToShared(from.element, other.element);
}

function stepsToShared(from: ElementNode, other: ElementNode): number {
  let steps = 0;
  for (const around of inclusiveAncestors(from, MAX_STEPS_TO_ENTRY + 1)) {
    if (around.index <= other.index && other.index < around.end) return steps;
    steps++;
    if (ENTRY_TAG.test(around.tag)) break;
  }
  return Number.POSITIVE_INFINITY;
}
