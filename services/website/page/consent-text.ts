import type { ElementNode } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';

/** How requests for consent begin in the languages of most sites. */
const ASKS_CONSENT =
  /\b(?:we|this (?:web)?site|our (?:web)?sites?|our partners|and our)\b.{0,60}\b(?:uses?|store|place|set)\b.{0,40}\bcookies\b|\bcookies\b.{0,200}\b(?:accept|agree|consent|by (?:continuing|clicking|using)|preferences|opt[- ]out)\b|\b(?:value|respect|care about) your privacy\b|\b(?:verwende[nt]|nutz(?:en|t)|setzen)\b.{0,60}\bcookies\b|\bcookies\b.{0,60}\b(?:zu|akzeptieren|zustimmen)\b|\butilis(?:e|ons)\b.{0,40}\bcookies\b|\b(?:utiliza(?:mos)?|usamos|utilizziamo|gebruik(?:t|en)|usa)\b.{0,40}\bcookies\b/i;

/** Cookies that are eaten: a bakery uses butter in them. */
const ABOUT_FOOD =
  /\b(?:bak(?:es?|ed|ing|ery|ers?)|butter|chocolate|dough|recipes?|ovens?|oat\w*|sugar|flour|gluten|vegan|delicious|snacks?|biscuits?)\b/i;

/** Longest request, in characters: with the list of its purposes some have a thousand. */
const MAX_REQUEST_CHARACTERS = 1200;

/** Most blocks that stand in one banner with its request, and how far up its box is looked for. */
const MAX_BANNER_BLOCKS = 8;
const MAX_BANNER_STEPS = 5;

/**
 * Leaves out requests for consent that no name gives away, with what stands in the same box. On a page that is about cookies (its main heading says so)
 * such sentences are its content.
 */
export function withoutConsent(blocks: readonly RawBlock[]): RawBlock[] {
  if (
    blocks.some(({ level, text }) => level === 1 && /cookie|privacy|datenschutz|confidentialit|privacidad/i.test(text))
  )
    return [...blocks];
  const dropped = new Set<RawBlock>();
  for (const [index, block] of blocks.entries()) {
    const isRequest = ASKS_CONSENT.test(block.text) && !ABOUT_FOOD.test(block.text);
    if (block.text.length > MAX_REQUEST_CHARACTERS || !isRequest) continue;
    for (const inBanner of bannerAround(blocks, index)) dropped.add(inBanner);
  }
  return blocks.filter((block) => !dropped.has(block));
}

/** The blocks of the largest box around a request that is still a banner: few blocks, no main heading. */
function bannerAround(blocks: readonly RawBlock[], index: number): readonly RawBlock[] {
  let banner: readonly RawBlock[] = blocks.slice(index, index + 1);
  let around: ElementNode | null | undefined = blocks[index]?.element;
  for (
    let steps = 0;
    around !== null && around !== undefined && steps < MAX_BANNER_STEPS;
    steps++, around = around.parent
  ) {
    if (around.tag === 'body' || around.tag === 'main' || around.tag === 'article') break;
    const inside = blocksInside(blocks, index, around);
    if (inside.length > MAX_BANNER_BLOCKS || inside.some(({ level }) => level === 1)) break;
    banner = inside;
  }
  return banner;
}

function blocksInside(
  blocks: readonly RawBlock[],
  index: number,
  { index: start, end }: ElementNode,
): readonly RawBlock[] {
  const near = blocks.slice(Math.max(0, index - MAX_BANNER_BLOCKS), index + MAX_BANNER_BLOCKS + 1);
  return near.filter(({ element }) => element.index >= start && element.index < end);
}
