/** What is kept free around it, in pixels. */
const MARGIN = 8;

/** Places a popover below what it belongs to, or above where there is more room, inside the window. Narrow windows have it at their lower end, by the style sheet. */
export function placeBeside(popover: HTMLElement, owner: Element): void {
  const anchor = owner.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = innerHeight - anchor.bottom - MARGIN;
  const isBelow = below >= height || below >= anchor.top;
  const left = Math.max(MARGIN, Math.min(anchor.left, document.documentElement.clientWidth - width - MARGIN));
  const top = isBelow ? anchor.bottom + MARGIN / 2 : anchor.top - height - MARGIN / 2;
  popover.style.setProperty('--left', `${left}px`);
  popover.style.setProperty('--top', `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`);
}
