import { findDisclosedPanels } from './disclosed-panels.ts';
import type { ElementStyle, StyleOf } from './element-style.ts';
import { classesOf } from './element-style.ts';
import { findEntrances } from './entrances.ts';
import { hiddenByStyle, unreadableFont } from './hidden-by-style.ts';
import type { Ink } from './ink.ts';
import { firstInk, inkOf, isStyledBySheets, isUnreadable } from './ink.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import { elementsByTag } from './page-tree.ts';

/** Class names by which the common frameworks give text to screen readers alone. */
const SCREEN_READER_ONLY =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|u-visually-hidden|hidden-visually|sronly|assistive-text)$/i;

/** Why each element is not seen, by its index; undefined for those that are. */
export type HiddenReasons = readonly (string | undefined)[];

interface Inherited {
  readonly reason: string | undefined;
  readonly invisible: boolean;
  readonly tinyFont: boolean;
  readonly ink: Ink;
}

/** Whether elements inside one that is hidden in this way can still be seen. */
export function isReversible(reason: string): boolean {
  return reason === INVISIBLE || reason === TINY_FONT || reason === UNREADABLE;
}

const INVISIBLE = 'visibility:hidden';
const TINY_FONT = 'font-size:0';
const UNREADABLE = 'color equal to background';

/** Decides for every element whether a visitor would see its text, from attributes, inline and embedded style, inherited from parents. */
export function findHiddenElements(tree: PageTree, styleOf: StyleOf): HiddenReasons {
  const isDisclosed = findDisclosedPanels(tree);
  const isEntering = findEntrances(tree);
  const hasSheets = isStyledBySheets(tree);
  const first: Inherited = { reason: undefined, invisible: false, tinyFont: false, ink: firstInk(hasSheets) };
  const holdsMain = findHoldersOfMain(tree);
  const states: (Inherited | undefined)[] = new Array(tree.nodes.length);
  const reasons: (string | undefined)[] = new Array(tree.nodes.length);
  const isUndone = (reason: string, element: ElementNode): boolean =>
    (CLOSED.has(reason) && isDisclosed(element)) ||
    (BEFORE_ENTRANCE.has(reason) && isEntering(element)) ||
    (FOR_A_MOMENT.has(reason) && holdsMain.has(element));
  for (const node of tree.nodes) {
    if (node.kind !== 'element') continue;
    const parent = (node.parent === null ? undefined : states[node.parent.index]) ?? first;
    const style = styleOf(node);
    const ink = inkOf(node, style, parent.ink, hasSheets);
    const state = stateOf(node, parent, { style, ink }, (reason) => isUndone(reason, node));
    states[node.index] = state;
    reasons[node.index] =
      state.reason ??
      (state.invisible ? INVISIBLE : undefined) ??
      (state.tinyFont ? TINY_FONT : undefined) ??
      (isUnreadable(ink) ? UNREADABLE : undefined);
  }
  return reasons;
}

/** How panels are closed that a visitor opens. */
const CLOSED: ReadonlySet<string> = new Set([
  'display:none',
  'hidden attribute',
  'aria-hidden',
  'zero size',
  'opacity:0',
  INVISIBLE,
]);

/** How parts of a page start that come into view with an animation. */
const BEFORE_ENTRANCE: ReadonlySet<string> = new Set(['opacity:0', INVISIBLE]);

/** How a whole page is hidden while it loads or while a dialog stands before it; it does not hide the page's text for good. */
const FOR_A_MOMENT: ReadonlySet<string> = new Set(['aria-hidden', 'opacity:0']);

/** The elements around the page's main element or first heading, and that main element itself. */
function findHoldersOfMain(tree: PageTree): ReadonlySet<ElementNode> {
  const holders = new Set<ElementNode>();
  for (const element of elementsByTag(tree, 'main', 'h1')) {
    let around = element.tag === 'main' ? element : element.parent;
    for (; around !== null && !holders.has(around); around = around.parent) holders.add(around);
  }
  return holders;
}

function stateOf(
  element: ElementNode,
  parent: Inherited,
  { style, ink }: { readonly style: ElementStyle; readonly ink: Ink },
  isUndone: (reason: string) => boolean,
): Inherited {
  if (parent.reason !== undefined) return parent;
  // A hidden <html> or <body> is about to be shown by a script, or nobody would ever see the page.
  if (element.tag === 'html' || element.tag === 'body') return { ...parent, ink };
  const own = hiddenByMarkup(element) ?? hiddenByStyle(style);
  const reason = own === undefined || isUndone(own) ? undefined : own;
  const invisible = style.visibility === undefined ? parent.invisible : isInvisible(style) && !isUndone(INVISIBLE);
  const tinyFont = unreadableFont(style) ?? parent.tinyFont;
  const isSame = reason === parent.reason && invisible === parent.invisible && tinyFont === parent.tinyFont;
  return isSame && ink === parent.ink ? parent : { reason, invisible, tinyFont, ink };
}

function isInvisible(style: ElementStyle): boolean {
  return style.visibility === 'hidden' || style.visibility === 'collapse';
}

function hiddenByMarkup(element: ElementNode): string | undefined {
  const { attributes, tag } = element;
  if (attributes.hidden !== undefined) return 'hidden attribute';
  if (attributes['aria-hidden']?.toLowerCase() === 'true') return 'aria-hidden';
  // A template with this attribute is no template: browsers show its content as the element's own (HTML standard, declarative shadow roots).
  if (tag === 'template') return attributes.shadowrootmode === undefined ? tag : undefined;
  if (tag === 'noscript') return tag;
  if (tag === 'dialog' && attributes.open === undefined) return 'closed dialog';
  return classesOf(element).some((name) => SCREEN_READER_ONLY.test(name)) ? 'screen readers only' : undefined;
}
