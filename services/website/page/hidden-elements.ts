import type { ElementStyle, StyleOf } from './element-style.ts';
import { classesOf } from './element-style.ts';
import { hiddenByStyle, unreadableFont } from './hidden-by-style.ts';
import type { ElementNode, PageTree } from './page-tree.ts';

/** Class names by which the common frameworks give text to screen readers alone. */
const SCREEN_READER_ONLY =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|u-visually-hidden|hidden-visually|sronly|assistive-text)$/i;

/** Why each element is not seen, by its index; undefined for those that are. */
export type HiddenReasons = readonly (string | undefined)[];

interface Inherited {
  readonly reason: string | undefined;
  readonly invisible: boolean;
  readonly tinyFont: boolean;
}

/** Whether elements inside one that is hidden in this way can still be seen. */
export function isReversible(reason: string): boolean {
  return reason === INVISIBLE || reason === TINY_FONT;
}

const INVISIBLE = 'visibility:hidden';
const TINY_FONT = 'font-size:0';

/** Decides for every element whether a visitor would see its text, from attributes, inline and embedded style, inherited from parents. */
export function findHiddenElements(tree: PageTree, styleOf: StyleOf): HiddenReasons {
  const states: (Inherited | undefined)[] = new Array(tree.nodes.length);
  const reasons: (string | undefined)[] = new Array(tree.nodes.length);
  for (const node of tree.nodes) {
    if (node.kind !== 'element') continue;
    const parent = node.parent === null ? NOTHING : (states[node.parent.index] ?? NOTHING);
    const state = stateOf(node, parent, styleOf(node));
    states[node.index] = state;
    reasons[node.index] =
      state.reason ?? (state.invisible ? INVISIBLE : undefined) ?? (state.tinyFont ? TINY_FONT : undefined);
  }
  return reasons;
}

const NOTHING: Inherited = { reason: undefined, invisible: false, tinyFont: false };

function stateOf(element: ElementNode, parent: Inherited, style: ElementStyle): Inherited {
  if (parent.reason !== undefined) return parent;
  // A hidden <html> or <body> is about to be shown by a script, or nobody would ever see the page.
  if (element.tag === 'html' || element.tag === 'body') return parent;
  const reason = hiddenByMarkup(element) ?? hiddenByStyle(style);
  const invisible = style.visibility === undefined ? parent.invisible : isInvisible(style);
  const tinyFont = unreadableFont(style) ?? parent.tinyFont;
  if (reason === parent.reason && invisible === parent.invisible && tinyFont === parent.tinyFont) return parent;
  return { reason, invisible, tinyFont };
}

function isInvisible(style: ElementStyle): boolean {
  return style.visibility === 'hidden' || style.visibility === 'collapse';
}

function hiddenByMarkup(element: ElementNode): string | undefined {
  const { attributes, tag } = element;
  if (attributes.hidden !== undefined) return 'hidden attribute';
  if (attributes['aria-hidden']?.toLowerCase() === 'true') return 'aria-hidden';
  if (tag === 'template' || tag === 'noscript') return tag;
  if (tag === 'dialog' && attributes.open === undefined) return 'closed dialog';
  return classesOf(element).some((name) => SCREEN_READER_ONLY.test(name)) ? 'screen readers only' : undefined;
}
