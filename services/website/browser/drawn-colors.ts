import type { DrawnElement, DrawnStyle, DrawnWindow } from './drawn-page.ts';

/** The color of an element's own text, and that of the ground behind it where it is sure. Runs inside the page. */
export function drawnColors(page: DrawnWindow, element: DrawnElement, style: DrawnStyle): string[] {
  const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
  if (!hasText) return [];
  const color = `color:${style.webkitTextFillColor ?? style.color}`;
  if (`${style.backgroundClip} ${style.webkitBackgroundClip}`.includes('text')) return [color, 'background-clip:text'];
  const ground = groundBehind(page, element);
  return ground === '' ? [color] : [color, `background-color:${ground}`];
}

/**
 * The color behind an element; empty where a picture, a gradient or a see-through ground stands on the way, since pictures are not loaded here. Runs inside the
 * page.
 */
export function groundBehind(page: DrawnWindow, element: DrawnElement): string {
  const pictures = 'img,video,canvas,svg,picture,iframe';
  let around: DrawnElement | null = element;
  for (let steps = 0; around !== null && steps < 50; steps += 1, around = around.parentElement) {
    const { backgroundImage = 'none', backgroundColor = '' } = page.getComputedStyle(around);
    if (backgroundImage !== 'none') return '';
    if (/^rgb\(/.test(backgroundColor)) return backgroundColor;
    if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return '';
    const isPage = around.localName === 'body' || around.localName === 'html';
    if (!isPage && around.querySelector(pictures) !== null) return '';
  }
  return around === null ? 'rgb(255, 255, 255)' : '';
}
