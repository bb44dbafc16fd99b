import { drawnColors } from './drawn-colors.ts';
import type { DrawnElement, DrawnStyle, DrawnWindow } from './drawn-page.ts';

/**
 * The declarations of an element that decide whether its text is seen and where its lines break, as the browser computed them from all style sheets. What
 * children can change back (visibility, font size) is given where it differs from the parent. Runs inside the page.
 */
export function drawnStyle(page: DrawnWindow, element: DrawnElement): string {
  const style = page.getComputedStyle(element);
  const around = element.parentElement === null ? {} : page.getComputedStyle(element.parentElement);
  const given: string[] = [`display:${style.display}`];
  if (style.visibility !== (around.visibility ?? 'visible')) given.push(`visibility:${style.visibility}`);
  const isTiny = (value: string | undefined): boolean => Number.parseFloat(value ?? '16') <= 1;
  if (isTiny(style.fontSize) !== isTiny(around.fontSize)) given.push(`font-size:${style.fontSize}`);
  if (style.contentVisibility === 'hidden') given.push('content-visibility:hidden');
  for (const part of [...drawnOpacity(style), ...drawnBox(element, style), ...drawnPlace(style)]) given.push(part);
  for (const part of drawnColors(page, element, style)) given.push(part);
  return given.join(';');
}

/** Transparent for good, or about to fade in when the visitor comes there. Runs inside the page. */
export function drawnOpacity(style: DrawnStyle): string[] {
  if (Number.parseFloat(style.opacity ?? '1') > 0.02) return [];
  const moves = !/^0s(?:, 0s)*$/.test(style.transitionDuration ?? '0s') || (style.transform ?? 'none') !== 'none';
  return ['opacity:0', ...(moves ? ['transition:all 1s'] : []), `animation-name:${style.animationName ?? 'none'}`];
}

/** Whether a clipped box has no room for text. Runs inside the page. */
export function drawnBox(element: DrawnElement, style: DrawnStyle): string[] {
  const clips = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
  const isBox = !/^(?:inline|contents|none)$/.test(style.display ?? '');
  const isEmpty = clips && isBox && (element.clientHeight <= 1 || element.clientWidth <= 1);
  return [
    ...(isEmpty ? ['overflow:hidden', 'height:0'] : []),
    ...((style.clip ?? 'auto') === 'auto' ? [] : [`clip:${style.clip}`]),
    ...((style.clipPath ?? 'none') === 'none' ? [] : [`clip-path:${style.clipPath}`]),
  ];
}

/** Where an element was moved to. Runs inside the page. */
export function drawnPlace(style: DrawnStyle): string[] {
  const given: string[] = [];
  const isFar = (value: string | undefined): boolean => Number.parseFloat(value ?? '0') <= -500;
  if (isFar(style.textIndent)) given.push(`text-indent:${style.textIndent}`);
  if (isFar(style.marginLeft)) given.push(`margin-left:${style.marginLeft}`);
  if (style.position === 'absolute' || style.position === 'fixed')
    for (const side of ['left', 'right', 'top', 'bottom'])
      if (isFar(style[side])) given.push(`position:absolute;${side}:${style[side]}`);
  const matrix = /^matrix\(([-\d.e]+), [-\d.e]+, [-\d.e]+, ([-\d.e]+), ([-\d.e]+), ([-\d.e]+)\)$/.exec(
    style.transform ?? '',
  );
  if (matrix?.[1] === '0' && matrix[2] === '0') given.push('transform:scale(0)');
  else if (Number(matrix?.[3]) <= -1000 || Number(matrix?.[4]) <= -1000) given.push('transform:translatex(-9999px)');
  return given;
}
