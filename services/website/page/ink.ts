import type { Color } from './colors.ts';
import { isSameToTheEye, parseColor } from './colors.ts';
import type { ElementStyle } from './element-style.ts';
import { NO_STYLE } from './element-style.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import { elementsByTag } from './page-tree.ts';

/** The color of an element's text and that of the ground behind it; undefined where what the page itself says does not tell. */
export interface Ink {
  readonly text: Color | undefined;
  readonly ground: Color | undefined;
}

const UNKNOWN: Ink = { text: undefined, ground: undefined };
const BLACK_ON_WHITE: Ink = { text: [0, 0, 0, 1], ground: [255, 255, 255, 1] };

/** Whether elements can be given colors by rules that are not read: linked style sheets, and embedded ones with selectors of several parts. */
export function isStyledBySheets(tree: PageTree): boolean {
  const isSheet = ({ attributes }: ElementNode): boolean => /stylesheet/i.test(attributes.rel ?? '');
  return elementsByTag(tree, 'style').length > 0 || elementsByTag(tree, 'link').some(isSheet);
}

/** The ink of a page before anything is said: that of browsers where no style sheet can change it. */
export function firstInk(hasSheets: boolean): Ink {
  return hasSheets ? UNKNOWN : BLACK_ON_WHITE;
}

/** The ink inside an element, given that around it. What has a class or an id may be given colors by sheets that are not read. */
export function inkOf({ attributes }: ElementNode, style: ElementStyle, around: Ink, hasSheets: boolean): Ink {
  const isNamed = hasSheets && (attributes.class !== undefined || attributes.id !== undefined);
  if (!isNamed && (style === NO_STYLE || !isColored(style))) return around;
  const text = style.color === undefined ? (isNamed ? undefined : around.text) : parseColor(style.color);
  const ground = groundOf(style, isNamed ? undefined : around.ground);
  return text === around.text && ground === around.ground ? around : { text, ground };
}

function isColored(style: ElementStyle): boolean {
  return COLORS.some((property) => style[property] !== undefined);
}

const COLORS = ['color', 'background', 'background-color', 'background-image'];

function groundOf(style: ElementStyle, around: Color | undefined): Color | undefined {
  if (/url\(|gradient\(/.test(`${style.background}${style['background-image']}`)) return undefined;
  const given = style['background-color'] ?? style.background;
  if (given === undefined || given === 'none' || given === 'transparent' || given === 'inherit') return around;
  const color = parseColor(given);
  if (color?.[3] === 0) return around;
  return color?.[3] === 1 ? color : undefined;
}

/** Whether text cannot be told from its ground. */
export function isUnreadable({ text, ground }: Ink): boolean {
  return text !== undefined && ground !== undefined && text[3] !== 0 && isSameToTheEye(text, ground);
}
