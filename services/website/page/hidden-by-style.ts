import { parseColor } from './colors.ts';
import type { ElementStyle } from './element-style.ts';
import { NO_STYLE } from './element-style.ts';
import { pixels } from './style-values.ts';

/** Further off the page than any menu that slides in by a part of the window. */
const OFF_SCREEN_PX = -500;

/** Text at or below this size is not read; the smallest that real pages use is 8 px. */
const UNREADABLE_FONT_PX = 1;

/** Boxes up to this size with clipped overflow show nothing: the usual way to give text to screen readers only. */
const NO_BOX_PX = 1;

const NO_OPACITY = 0.02;

/** Why an element with this style of its own is not seen, or undefined. Visibility, font size and colors, which children can change back, are not decided here. */
export function hiddenByStyle(style: ElementStyle): string | undefined {
  if (style === NO_STYLE) return undefined;
  if (style.display === 'none') return 'display:none';
  if (style['content-visibility'] === 'hidden') return 'content-visibility:hidden';
  if (isFullyTransparent(style)) return 'opacity:0';
  if (hasNoBox(style)) return 'zero size';
  if (isClippedAway(style)) return 'clipped';
  if (isOffScreen(style)) return 'off screen';
  return isTransparent(style) ? 'transparent text' : undefined;
}

/** Whether a font size of this style's own is too small to read; undefined when it sets none. */
export function unreadableFont(style: ElementStyle): boolean | undefined {
  if (style === NO_STYLE) return undefined;
  const size = style['font-size'] ?? /(?:^|\s)([\d.]+(?:px|em|rem|pt|%)?)(?:\/|\s)/.exec(style.font ?? '')?.[1];
  if (size === undefined) return undefined;
  const length = /%$/.test(size) ? pixels(size.replace('%', 'px')) : pixels(size);
  return length !== undefined && length <= UNREADABLE_FONT_PX;
}

function isFullyTransparent(style: ElementStyle): boolean {
  if (style.opacity === undefined || Number.parseFloat(style.opacity) > NO_OPACITY) return false;
  // What also moves or has a transition is being shown to the visitor a moment after the page has come.
  return !['transform', 'transition', 'animation', 'animation-name', 'will-change'].some(
    (property) => (style[property] ?? 'none') !== 'none',
  );
}

/** Panels without height that open with a transition of it, on a press of the line above. */
const OPENS_SMOOTHLY = /\b(?:max-height|height|all)\b|^[\d.]+m?s/;

function hasNoBox(style: ElementStyle): boolean {
  if (OPENS_SMOOTHLY.test(style.transition ?? '') && !isNarrow(style)) return false;
  const clips = [style.overflow, style['overflow-x'], style['overflow-y']].some((value) =>
    /hidden|clip/.test(value ?? ''),
  );
  return clips && (isNone(style.height, style['max-height']) || isNarrow(style));
}

function isNarrow(style: ElementStyle): boolean {
  return isNone(style.width, style['max-width']);
}

function isNone(...values: readonly (string | undefined)[]): boolean {
  return values.some((value) => (pixels(value) ?? NO_BOX_PX + 1) <= NO_BOX_PX);
}

function isClippedAway(style: ElementStyle): boolean {
  const clip = style.clip ?? '';
  const path = style['clip-path'] ?? '';
  return (
    /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/.test(clip) ||
    /^inset\(\s*(?:50|100)%\s*\)$|^circle\(\s*0(?:px|%)?\s*\)$/.test(path)
  );
}

function isOffScreen(style: ElementStyle): boolean {
  const isFar = (value: string | undefined): boolean => (pixels(value) ?? 0) <= OFF_SCREEN_PX;
  if (isFar(style['text-indent']) || isFar(style['margin-left'])) return true;
  if (/scale\(\s*0\s*\)|translate[xy]?\(\s*-\d{4,}px/.test(style.transform ?? '')) return true;
  const isPlaced = style.position === 'absolute' || style.position === 'fixed';
  return isPlaced && [style.left, style.right, style.top, style.bottom].some(isFar);
}

function isTransparent(style: ElementStyle): boolean {
  const isClippedToText = [style['background-clip'], style['-webkit-background-clip']].includes('text');
  return parseColor(style.color)?.[3] === 0 && !isClippedToText;
}
