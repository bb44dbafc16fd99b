import { withoutConsent } from './consent-text.ts';
import { withoutCopies } from './copies.ts';
import { withoutFooterLinks } from './footer-links.ts';
import { wordsOf } from './normalize-text.ts';
import { sectionEnd } from './page-sections.ts';
import { withoutPrelude } from './prelude.ts';
import type { RawBlock } from './raw-block.ts';
import { RELATED_HEADING, SHOP_TERMS_HEADING } from './section-names.ts';
import type { PageSubject } from './teasers.ts';
import { withoutTeasers } from './teasers.ts';

/** Longest call to act, in words: "Get your free quote today". */
const MAX_CALL_WORDS = 5;

/** Longest heading of a section of related things, in characters, when marked up as a heading and when not. */
const MAX_HEADING_CHARACTERS = 70;
const MAX_PLAIN_TITLE_CHARACTERS = 40;

/** Shortest text of a page that is worth keeping whole, in characters, and the part of it that must be left or wording and place have misled. */
const MIN_PAGE_CHARACTERS = 200;
const MIN_KEPT_SHARE = 0.1;

/** What a character of a link counts beside one of text: menus of large sites are longer than their pages. */
const LINK_WEIGHT = 0.1;

const CALL_TO_ACT =
  /^(?:learn more|(?:read|see|view|show)\b|load(?: more| all|$)|shop\b|browse\b|add to\b|buy\b|checkout|download\b|subscribe\b|sign (?:in|up|out)|log ?(?:in|out)|register\b|click here|back\b|next\b|prev|share\b|edit (?:this|on)\b|compare\b|select\b|close\b|skip\b|mehr\b|en savoir|ver más|leggi|saiba)/i;

const SKIP_LINK = /^(?:skip|jump|go|to)\b.{0,20}\b(?:content|main|navigation|menu|footer|search)$/i;

/** Marks of sliders, counters, forms and players that no reader reads: "1 / 5", "Field is required!". */
const INTERFACE_TEXT =
  /^(?:\(\d{1,3}\)|\d+\s*[/|]\s*\d+|[\s/|.,:+%()–-]+|\d+ (?:of|von|de|sur) \d+|slide \d+.*|page \d+|(?:image|item) \d+ of \d+|this field .*|(?:.{0,20}\b(?:field|name|e-?mail|phone|number|message|address|value|answer|selection)\b.{0,10})?\bis required[.!]?|loading(?:\.{3}|…)?|previous|next|prev|close|menu|search|share|play|pause|mute|advertisement|sponsored|scroll(?: (?:down|up|to top))?|toggle \w+)$/i;

/** A number alone: a page or a slide beside others of its kind, and elsewhere a figure with its unit on the next line ("250", "engineers"). */
const LONE_NUMBER = /^\d{1,3}$/;

/** Data that a template wrote out by mistake: `{'en': 'https://…'}`. */
const SERIALIZED_DATA = /^[[{]\s*['"][^'"]{0,80}['"]\s*[:,][\s\S]*[\]}]$/;

/** Leaves out of the text what names, place or wording tell to be no content: copies, calls to act, interface text, sections of related things. */
export function filterBlocks(blocks: readonly RawBlock[], subject: PageSubject): RawBlock[] {
  const asked = withoutConsent(blocks);
  const worded = withoutPrelude(withoutFooterLinks(asked)).filter(
    (block, index, all) => !isInterface(block) && !isCounter(block, all[index - 1], all[index + 1]),
  );
  const kept = withoutTeasers(withoutRelated(withoutCopies(worded)), subject);
  return isEmptied(kept, asked) ? asked : kept;
}

/** A page of nothing but links or copies comes out as it is rather than empty. */
function isEmptied(kept: readonly RawBlock[], all: readonly RawBlock[]): boolean {
  const weight = (blocks: readonly RawBlock[]): number =>
    blocks.reduce((sum, { text, link_characters }) => sum + text.length - link_characters * (1 - LINK_WEIGHT), 0);
  const characters = all.reduce((sum, { text }) => sum + text.length, 0);
  return characters >= MIN_PAGE_CHARACTERS && weight(kept) < weight(all) * MIN_KEPT_SHARE;
}

function isInterface(block: RawBlock): boolean {
  const { text, kind } = block;
  if (kind === 'paragraph' && SERIALIZED_DATA.test(text)) return true;
  if (kind === 'heading' || kind === 'table_row' || kind === 'code' || block.date !== undefined) return false;
  if (SKIP_LINK.test(text) || INTERFACE_TEXT.test(text)) return true;
  const isLink = block.link_characters >= text.length * 0.9;
  return isLink && CALL_TO_ACT.test(text) && wordsOf(text).length <= MAX_CALL_WORDS;
}

function isCounter({ text, link_characters }: RawBlock, ...beside: readonly (RawBlock | undefined)[]): boolean {
  if (!LONE_NUMBER.test(text)) return false;
  return text === '0' || link_characters > 0 || beside.some((other) => LONE_NUMBER.test(other?.text ?? ''));
}

function withoutRelated(blocks: readonly RawBlock[]): RawBlock[] {
  const kept: RawBlock[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index];
    if (block === undefined) break;
    if (isRelatedHeading(block)) index = sectionEnd(blocks, index);
    else {
      kept.push(block);
      index++;
    }
  }
  return kept;
}

function isRelatedHeading(block: RawBlock): boolean {
  const { kind, text } = block;
  return (
    (RELATED_HEADING.test(text) || SHOP_TERMS_HEADING.test(text)) &&
    (kind === 'heading' ? text.length <= MAX_HEADING_CHARACTERS : isPlainTitle(block))
  );
}

/** A short line that is no link and no sentence can be a title that is not marked up as a heading. */
function isPlainTitle({ kind, text, link_characters }: RawBlock): boolean {
  return (
    kind === 'paragraph' && text.length <= MAX_PLAIN_TITLE_CHARACTERS && link_characters === 0 && !/[.|!]/.test(text)
  );
}
