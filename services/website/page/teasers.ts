import { sectionEnd } from './page-sections.ts';
import type { ElementNode } from './page-tree.ts';
import { inclusiveAncestors } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';
import { TEASER_HEADING } from './section-names.ts';

/** What a page is called that is about news itself; there teasers are the content. */
const NEWS_PAGE =
  /news|press|blog|insight|article|stor(?:y|ies)|resource|media|event|update|magazine|journal|presse|aktuell|neuigkeit|actualit|noticia|notizie|ニュース|お知らせ|ブログ/i;

/** A home page, also in a folder for its language: `/`, `/en/`, `/de-at/index.html`, `/home`. */
const HOME_PATH = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w{2,5})?)?\/?$/i;

/** Longest heading of a section of teasers, in characters. */
const MAX_HEADING_CHARACTERS = 70;

/** Text that was cut: the end of a teaser, and the longest that it is, in characters. */
const CUT_TEXT = /(?:\.{3}|…|\[…\])$/;
const MAX_TEASER_CHARACTERS = 300;

/** Cut texts in one box from which it is a list of teasers, and how far up such a box is looked for. */
const MIN_TEASERS = 3;
const MAX_STEPS_TO_LIST = 8;

/** How far up from a block such a list is looked for; real pages nest some dozens deep. */
const MAX_STEPS_WITHIN_LIST = 40;

/** Cut texts of one page that are looked at, since each is held against each: lists of teasers have some dozens. */
const MAX_CUT_TEXTS = 300;

/** Shortest text that is prose, and as much of it as a page must have beside its teasers to be about something else, in characters. */
const MIN_PROSE_CHARACTERS = 80;
const MIN_OWN_PROSE_CHARACTERS = 800;

/** What the page is, as far as it matters here. */
export interface PageSubject {
  /** The address of the page. */
  readonly url: string;
  readonly title: string;
}

/**
 * Leaves out teasers of articles, by their section's heading or by their cut texts, on pages that are about something else. A home page keeps them, and so does a
 * page of news: there they are what is said.
 */
export function withoutTeasers(blocks: readonly RawBlock[], { url, title }: PageSubject): RawBlock[] {
  const heading = blocks.find(({ level }) => level === 1)?.text ?? '';
  const path = URL.canParse(url) ? new URL(url).pathname : '/';
  if (HOME_PATH.test(path) || NEWS_PAGE.test(`${path} ${title} ${heading}`)) return [...blocks];
  const kept = withoutLists(withoutSections(blocks));
  return proseOf(kept) >= MIN_OWN_PROSE_CHARACTERS ? kept : [...blocks];
}

function proseOf(blocks: readonly RawBlock[]): number {
  const prose = blocks.filter(({ text }) => text.length >= MIN_PROSE_CHARACTERS && !CUT_TEXT.test(text));
  return prose.reduce((sum, { text }) => sum + text.length, 0);
}

function withoutSections(blocks: readonly RawBlock[]): RawBlock[] {
  const kept: RawBlock[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index];
    if (block === undefined) break;
    const { kind, level, text } = block;
    const isTeased =
      kind === 'heading' && level !== 1 && text.length <= MAX_HEADING_CHARACTERS && TEASER_HEADING.test(text);
    if (!isTeased) kept.push(block);
    index = isTeased ? sectionEnd(blocks, index) : index + 1;
  }
  return kept;
}

/** Leaves out boxes with several cut texts, together with what else stands in them. */
function withoutLists(blocks: readonly RawBlock[]): RawBlock[] {
  const cut = blocks
    .filter(({ text }) => text.length <= MAX_TEASER_CHARACTERS && CUT_TEXT.test(text))
    .slice(0, MAX_CUT_TEXTS);
  const lists = new Set(cut.map((block) => listAround(block, cut)).filter((list) => list !== undefined));
  return blocks.filter(({ element }) => !isWithin(element, lists));
}

/** The smallest box around a cut text that has several of them and is not the page. */
function listAround({ element }: RawBlock, cut: readonly RawBlock[]): ElementNode | undefined {
  for (const around of inclusiveAncestors(element, MAX_STEPS_TO_LIST)) {
    if (/^(?:body|main|article)$/.test(around.tag)) return undefined;
    const { index, end } = around;
    const inside = cut.filter((other) => other.element.index >= index && other.element.index < end);
    if (inside.length >= MIN_TEASERS) return around;
  }
  return undefined;
}

function isWithin(element: ElementNode, lists: ReadonlySet<ElementNode>): boolean {
  for (const around of inclusiveAncestors(element, MAX_STEPS_WITHIN_LIST)) if (lists.has(around)) return true;
  return false;
}
