import type { BoilerplateKind } from './boilerplate-hints.ts';
import type { StyleOf } from './element-style.ts';
import { classesOf } from './element-style.ts';
import type { HiddenReasons } from './hidden-elements.ts';
import { isReversible } from './hidden-elements.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';
import { flowText } from './text-flow.ts';
import type { TextStatistics } from './text-statistics.ts';
import { countText } from './text-statistics.ts';

/** Part of a page's text above which an element is content, whatever its name. */
const MAX_BOILERPLATE_SHARE = 0.5;

/** The same for a widget that holds the main heading. */
const MAX_WIDGET_SHARE = 0.1;

/** Mean length of a menu's links, in characters without spaces: above that, they are text. */
const MAX_MENU_LINK_CHARACTERS = 50;

/** Text without spaces from which on something that calls itself a menu and hardly links is a list to read, and as much of it as can be links. */
const MIN_LIST_CHARACTERS = 150;
const MAX_LIST_LINK_SHARE = 0.1;

/** Text without spaces from which on a form is text with some fields in it, and as much as that must be for each field: labels and consent are shorter. */
const MIN_FORM_TEXT_CHARACTERS = 400;
const MIN_CHARACTERS_PER_FIELD = 60;

/** Links, and part of the text that they are, from which on what stands aside leads elsewhere; with fewer it is a remark on the text. */
const MIN_SIDEBAR_LINKS = 3;
const MIN_SIDEBAR_LINK_SHARE = 0.2;

/** What the choice of the main text needs to know of a page. */
export interface PageView {
  readonly tree: PageTree;
  readonly styleOf: StyleOf;
  readonly hidden: HiddenReasons;
  readonly kindOf: (element: ElementNode) => BoilerplateKind | undefined;
}

/** The visible blocks of a page that are its own content. */
export function mainText(view: PageView): RawBlock[] {
  const { tree, styleOf, hidden } = view;
  const isLeftOut = boilerplateOf(view, countText(tree, hidden));
  return flowText(tree, {
    styleOf,
    isSkipped: (element) => {
      const reason = hidden[element.index];
      return (reason !== undefined && !isReversible(reason)) || isLeftOut(element);
    },
    isUnseen: (element) => hidden[element.index] !== undefined,
  });
}

/** Decides, element by element in the order of the page, what is boilerplate; parts of what was found to be content are not judged by the name that they share with it. */
function boilerplateOf(view: PageView, statistics: TextStatistics): (element: ElementNode) => boolean {
  const kept = new Set<string>();
  let endOfList = 0;
  return (element) => {
    const kind = view.kindOf(element);
    if (kind === undefined || isPartOf(kept, element)) return false;
    const isMenu = kind === 'navigation' && !isTag(element);
    if (isMenu && element.index < endOfList) return false;
    if (isBoilerplate(element, view, statistics)) return true;
    for (const name of classesOf(element)) kept.add(name);
    if (isMenu && isListOfText(element, statistics)) endOfList = element.end;
    return false;
  };
}

/** Whether an element is a part of a block that was found to be content although its name speaks against it: `nav-cards__title` in `nav-cards`. */
function isPartOf(kept: ReadonlySet<string>, element: ElementNode): boolean {
  if (kept.size === 0 || isTag(element)) return false;
  return classesOf(element).some((name) => name.includes('__') && kept.has(name.slice(0, name.indexOf('__'))));
}

/** Names mislead: an element that holds much of the page's text, or its main heading, is content whatever its class says. */
function isBoilerplate(element: ElementNode, view: PageView, statistics: TextStatistics): boolean {
  const kind = view.kindOf(element);
  if (kind === undefined) return false;
  const holdsMain = statistics.holds_main[element.index] === 1;
  if (isTag(element)) return !holdsMain;
  if (kind === 'navigation') return !holdsMain && isMinor(element, statistics) && !isListOfText(element, statistics);
  if (kind === 'header')
    return !holdsMain && statistics.holds_heading[element.index] !== 1 && isMinor(element, statistics);
  if (kind === 'consent') return !(holdsMain && partOfPage(element, statistics) > MAX_BOILERPLATE_SHARE);
  if (kind === 'form' && isText(element, statistics)) return false;
  if (kind === 'aside' && !leadsElsewhere(element, statistics)) return false;
  return isMinor(element, statistics) && !(holdsMain && partOfPage(element, statistics) > MAX_WIDGET_SHARE);
}

/** A menu's links are short; cards that are links whole are content, and so is a menu of dishes, though their classes may speak of navigation. */
function isListOfText(element: ElementNode, statistics: TextStatistics): boolean {
  const characters = statistics.characters[element.index] ?? 0;
  const linked = statistics.link_characters[element.index] ?? 0;
  if (linked > characters / 2)
    return linked / Math.max(1, statistics.links[element.index] ?? 0) > MAX_MENU_LINK_CHARACTERS;
  return characters >= MIN_LIST_CHARACTERS && linked <= characters * MAX_LIST_LINK_SHARE;
}

/** Shops put a whole article into the form that orders it. */
function isText({ index }: ElementNode, { characters, fields }: TextStatistics): boolean {
  const length = characters[index] ?? 0;
  return length >= MIN_FORM_TEXT_CHARACTERS && length >= ((fields[index] ?? 0) + 1) * MIN_CHARACTERS_PER_FIELD;
}

function leadsElsewhere({ index }: ElementNode, { characters, link_characters, links }: TextStatistics): boolean {
  const linked = (link_characters[index] ?? 0) / Math.max(1, characters[index] ?? 0);
  return (links[index] ?? 0) >= MIN_SIDEBAR_LINKS && linked >= MIN_SIDEBAR_LINK_SHARE;
}

function isTag({ tag }: ElementNode): boolean {
  return tag === 'nav' || tag === 'footer';
}

function isMinor(element: ElementNode, statistics: TextStatistics): boolean {
  const characters = statistics.characters[element.index] ?? 0;
  const isLinks = (statistics.link_characters[element.index] ?? 0) > characters / 2;
  return isLinks || partOfPage(element, statistics) < MAX_BOILERPLATE_SHARE;
}

function partOfPage(element: ElementNode, { characters }: TextStatistics): number {
  return (characters[element.index] ?? 0) / Math.max(1, characters[0] ?? 0);
}
