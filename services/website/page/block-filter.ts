import { withoutConsent } from './consent-text.ts';
import { findDate } from './dates.ts';
import { withoutFooterLinks } from './footer-links.ts';
import { wordsOf } from './normalize-text.ts';
import { sectionEnd } from './page-sections.ts';
import type { RawBlock } from './raw-block.ts';
import { RELATED_HEADING, SHOP_TERMS_HEADING } from './section-names.ts';
import type { PageSubject } from './teasers.ts';
import { withoutTeasers } from './teasers.ts';

/** Words from which on a text that comes a second time is a copy for another screen size or a turn of a carousel, not another entry of a list. */
const MIN_COPY_WORDS = 5;

/** Fewer characters cannot be that many words with spaces between, and need not be taken apart. */
const MIN_COPY_CHARACTERS = 2 * MIN_COPY_WORDS - 1;

/** Longest call to act, in words: "Get your free quote today". */
const MAX_CALL_WORDS = 5;

/** Longest heading of a section of related things, in characters, when marked up as a heading and when not. */
const MAX_HEADING_CHARACTERS = 70;
const MAX_PLAIN_TITLE_CHARACTERS = 40;

/** Shortest text of a page that is worth keeping whole, in characters, and the part of it that must be left or wording and place have misled. */
const MIN_PAGE_CHARACTERS = 200;
const MIN_KEPT_SHARE = 0.1;

const CALL_TO_ACT =
  /^(?:learn more|(?:read|see|view|show|load)\b|shop\b|browse\b|add to\b|buy\b|checkout|download\b|subscribe\b|sign (?:in|up|out)|log ?(?:in|out)|register\b|click here|back\b|next\b|prev|share\b|compare\b|select\b|close\b|skip\b|mehr\b|en savoir|ver más|leggi|saiba)/i;

const SKIP_LINK = /^(?:skip|jump|go|to)\b.{0,20}\b(?:content|main|navigation|menu|footer|search)$/i;

/** Marks of sliders, counters, forms and players that no reader reads: "1 / 5", "Field is required!". */
const INTERFACE_TEXT =
  /^(?:\(?\d{1,3}\)?|\d+\s*[/|]\s*\d+|[\s/|.,:+%()–-]+|\d+ (?:of|von|de|sur) \d+|slide \d+.*|page \d+|(?:image|item) \d+ of \d+|this field .*|.{0,30}\bis required[.!]?|loading.{0,10}|previous|next|prev|close|menu|search|share|play|pause|mute|advertisement|sponsored|scroll.{0,10}|toggle \w+)$/i;

/** Data that a template wrote out by mistake: `{'en': 'https://…'}`. */
const SERIALIZED_DATA = /^[[{]\s*['"][^'"]{0,80}['"]\s*[:,][\s\S]*[\]}]$/;

/** Leaves out of the text what names, place or wording tell to be no content: copies, calls to act, interface text, sections of related things. */
export function filterBlocks(blocks: readonly RawBlock[], subject: PageSubject): RawBlock[] {
  const asked = withoutConsent(blocks);
  const worded = withoutFooterLinks(withoutPrelude(asked)).filter((block) => !isInterface(block));
  const kept = withoutTeasers(withoutRelated(withoutCopies(worded)), subject);
  return isEmptied(kept, asked) ? asked : kept;
}

/** A page of nothing but links or copies comes out as it is rather than empty. */
function isEmptied(kept: readonly RawBlock[], all: readonly RawBlock[]): boolean {
  const characters = (blocks: readonly RawBlock[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);
  const total = characters(all);
  return total >= MIN_PAGE_CHARACTERS && characters(kept) < total * MIN_KEPT_SHARE;
}

function isInterface(block: RawBlock): boolean {
  const { text, kind } = block;
  if (kind === 'paragraph' && SERIALIZED_DATA.test(text)) return true;
  if (kind === 'heading' || kind === 'table_row' || kind === 'code' || block.date !== undefined) return false;
  if (SKIP_LINK.test(text) || INTERFACE_TEXT.test(text)) return true;
  const isLink = block.link_characters >= text.length * 0.9;
  return isLink && CALL_TO_ACT.test(text) && wordsOf(text).length <= MAX_CALL_WORDS;
}

function withoutCopies(blocks: readonly RawBlock[]): RawBlock[] {
  const seen = new Set<string>();
  return blocks.filter(({ text }) => {
    if (text.length < MIN_COPY_CHARACTERS || wordsOf(text).length < MIN_COPY_WORDS) return true;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
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

const LEGAL_LINE = /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b/i;

/** Part of the text, in blocks, that can stand before the main heading and still be the page's head. */
const MAX_PRELUDE_SHARE = 0.3;

/** Shortest text, in characters, that is a lead before the main heading and no part of the page's head. */
const MIN_PROSE_CHARACTERS = 80;

/** Leaves out short lines before the main heading, which come from the page's head, and legal lines. */
function withoutPrelude(blocks: readonly RawBlock[]): RawBlock[] {
  const heading = blocks.findIndex(({ level }) => level === 1);
  const starts = heading >= 0 && heading <= blocks.length * MAX_PRELUDE_SHARE ? heading : 0;
  return blocks.filter((block, index) => (index >= starts || isProse(block)) && !LEGAL_LINE.test(block.text));
}

function isProse({ text, link_characters, date }: RawBlock): boolean {
  const isText = text.length >= MIN_PROSE_CHARACTERS && link_characters < text.length / 3;
  return isText || date !== undefined || findDate(text) !== undefined;
}
