import { findDate } from './dates.ts';
import { isLegalLine } from './footer-links.ts';
import { endOfMenu } from './leading-menu.ts';
import { wordsOf } from './normalize-text.ts';
import type { ElementNode } from './page-tree.ts';
import { inclusiveAncestors } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** Part of a page's blocks that can stand before the main heading and still be the page's head; part of their characters that are links where it is more. */
const MAX_PRELUDE_SHARE = 0.3;
const MIN_MENU_SHARE = 0.7;

/** Shortest text, in characters, that is a lead before the main heading and no part of the page's head. */
const MIN_PROSE_CHARACTERS = 80;

/** Part of a page's text without links that stands in banners above the page; with more before its main heading that is its lead. */
const MAX_BANNER_SHARE = 0.15;

/** Longest line above a heading that belongs to it ("Our mission"), in words, and how far up their common box is looked for. */
const MAX_EYEBROW_WORDS = 10;
const MAX_EYEBROW_STEPS = 4;

/** How far up from the main heading the main element is looked for; real pages nest some dozens deep. */
const MAX_STEPS_TO_MAIN = 40;

/**
 * Leaves out what stands before the main heading and comes from the page's head, and legal lines. Where there is a main element, what is the page's own stands in
 * it; else prose is, and no short line.
 */
export function withoutPrelude(blocks: readonly RawBlock[]): RawBlock[] {
  const menu = endOfMenu(blocks);
  const heading = blocks.findIndex(({ level }, index) => level === 1 && index >= menu);
  const starts = heading >= 0 && isHead(blocks, heading) ? heading : menu;
  const eyebrow = eyebrowOf(blocks, heading);
  const main = mainAround(blocks[heading]);
  const isMeant = isLead(blocks, starts, main);
  const isKept = (block: RawBlock): boolean =>
    block === eyebrow || (isMeant && (main === null ? isProse(block) : isOwn(block, main)));
  return blocks.filter((block, index) => (index >= starts || isKept(block)) && !isLegalLine(block.text));
}

/** What stands before the main heading is a lead when it is a part of the page that counts, or has a heading of its own in the main element; else a banner. */
function isLead(blocks: readonly RawBlock[], starts: number, main: ElementNode | null): boolean {
  const before = blocks.slice(0, starts);
  if (main !== null && before.some((block) => block.kind === 'heading' && isOwn(block, main))) return true;
  return ownText(before) > ownText(blocks) * MAX_BANNER_SHARE || before.some(({ date }) => date !== undefined);
}

function ownText(blocks: readonly RawBlock[]): number {
  return blocks.reduce((sum, { text, link_characters }) => sum + text.length - link_characters, 0);
}

/** The page's main element, when its main heading stands in it. */
function mainAround(heading: RawBlock | undefined): ElementNode | null {
  for (const around of inclusiveAncestors(heading?.element ?? null, MAX_STEPS_TO_MAIN))
    if (around.tag === 'main') return around;
  return null;
}

/** What is no link is the page's own where it stands in the same main element as the main heading. */
function isOwn({ element, link_characters }: RawBlock, main: ElementNode): boolean {
  return link_characters === 0 && element.index > main.index;
}

/** What stands before the main heading is the page's head when it is little of the page, or links in the main: large sites have a hundred in their menus. */
function isHead(blocks: readonly RawBlock[], heading: number): boolean {
  return heading <= blocks.length * MAX_PRELUDE_SHARE || isMenu(blocks.slice(0, heading));
}

function isMenu(blocks: readonly RawBlock[]): boolean {
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return blocks.reduce((sum, { link_characters }) => sum + link_characters, 0) >= characters * MIN_MENU_SHARE;
}

/** The line above the main heading that stands in one box with it, before all else. */
function eyebrowOf(blocks: readonly RawBlock[], heading: number): RawBlock | undefined {
  const [line, main] = [blocks[heading - 1], blocks[heading]];
  if (line === undefined || main === undefined || line.link_characters > 0) return undefined;
  if (wordsOf(line.text).length > MAX_EYEBROW_WORDS) return undefined;
  const before = blocks[heading - 2]?.element.index ?? -1;
  for (const around of inclusiveAncestors(main.element.parent, MAX_EYEBROW_STEPS)) {
    if (around.tag === 'body' || around.tag === 'main' || before >= around.index) return undefined;
    if (around.index <= line.element.index) return line;
  }
  return undefined;
}

function isProse({ text, link_characters, date }: RawBlock): boolean {
  const isText = text.length >= MIN_PROSE_CHARACTERS && link_characters < text.length / 3;
  return isText || date !== undefined || findDate(text) !== undefined;
}
