import { wordsOf } from './normalize-text.ts';
import { inclusiveAncestors } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** Links that stand in the footers of sites, in the languages of most. */
const LEGAL_LINK =
  /^(?:privacy|terms|cookies?\b|legal|site ?map|accessibility|imprint|impressum|datenschutz|agb\b|do not sell|disclaimer|mentions légales|confidentialité|aviso legal|política de)/i;

const LEGAL_LINE = /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b|(?:©|\bcopyright)\W{0,5}(?:19|20)\d\d\b/i;

/** Longest legal line, in characters; a longer text only ends with one. */
const MAX_LEGAL_CHARACTERS = 300;

/** Longest link of a footer, in words. */
const MAX_LINK_WORDS = 5;

/** Part of a page's blocks before which no footer starts, and legal lines of one page that a footer is looked for around. */
const MIN_START_SHARE = 0.5;
const MAX_MARKS = 20;

/** How far up a footer's box is looked for. */
const MAX_BOX_STEPS = 12;

/** Longest text of a footer that is no prose, in characters; as much prose as a footer has, and the part of its blocks that are short or links. */
const MAX_SHORT_CHARACTERS = 60;
const MAX_PROSE_CHARACTERS = 700;
const MIN_FURNITURE_SHARE = 0.75;

/** Leaves out footers that are not marked up as such: boxes of links and short lines around a legal line, and runs of short links among which one is legal. */
export function withoutFooterLinks(blocks: readonly RawBlock[]): RawBlock[] {
  const dropped = new Set([...runsOf(blocks), ...boxesOf(blocks)]);
  return blocks.filter((block) => !dropped.has(block));
}

/** Whether a text is the line that says whose the page is. */
export function isLegalLine(text: string): boolean {
  return text.length <= MAX_LEGAL_CHARACTERS && LEGAL_LINE.test(text);
}

function runsOf(blocks: readonly RawBlock[]): RawBlock[] {
  const runs: RawBlock[] = [];
  for (let index = startOfFooters(blocks); index < blocks.length; ) {
    const run = linkRun(blocks, index);
    if (run.some(({ text }) => LEGAL_LINK.test(text))) for (const block of run) runs.push(block);
    index += Math.max(1, run.length);
  }
  return runs;
}

function linkRun(blocks: readonly RawBlock[], start: number): readonly RawBlock[] {
  let end = start;
  while (end < blocks.length && isShortLink(blocks[end])) end++;
  return blocks.slice(start, end);
}

function isShortLink(block: RawBlock | undefined): boolean {
  if (block === undefined || block.kind === 'heading') return false;
  return isLink(block) && wordsOf(block.text).length <= MAX_LINK_WORDS;
}

function isLink({ link_characters, text }: RawBlock): boolean {
  return link_characters >= text.length * 0.8;
}

function startOfFooters(blocks: readonly RawBlock[]): number {
  return Math.floor(blocks.length * MIN_START_SHARE);
}

function boxesOf(blocks: readonly RawBlock[]): RawBlock[] {
  const first = startOfFooters(blocks);
  const marks = blocks.slice(first).filter(isLegal).slice(-MAX_MARKS);
  return marks.flatMap((mark) => footerAround(blocks, mark, first));
}

function isLegal(block: RawBlock): boolean {
  return isLegalLine(block.text) || (LEGAL_LINK.test(block.text) && isShortLink(block));
}

/** The blocks of the largest box around a legal line that is still a footer. */
function footerAround(blocks: readonly RawBlock[], { element }: RawBlock, first: number): readonly RawBlock[] {
  let footer: readonly RawBlock[] = [];
  for (const around of inclusiveAncestors(element, MAX_BOX_STEPS)) {
    if (/^(?:body|main|article|html)$/.test(around.tag)) break;
    const { index, end } = around;
    const start = blocks.findIndex((block) => block.element.index >= index);
    const inside = blocks.slice(start).filter((block) => block.element.index < end);
    if (start < first || !isFurniture(inside)) break;
    footer = inside;
  }
  return footer;
}

function isFurniture(blocks: readonly RawBlock[]): boolean {
  if (blocks.some(({ level }) => level === 1)) return false;
  const prose = blocks.filter(
    (block) => block.text.length > MAX_SHORT_CHARACTERS && !isLink(block) && !isLegalLine(block.text),
  );
  const characters = prose.reduce((sum, { text }) => sum + text.length, 0);
  return characters <= MAX_PROSE_CHARACTERS && prose.length <= blocks.length * (1 - MIN_FURNITURE_SHARE);
}
