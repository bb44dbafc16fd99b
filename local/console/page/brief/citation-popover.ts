import { button } from '../button.ts';
import { el, fill, setAttributes } from '../element.ts';
import type { Cited } from './citation-content.ts';
import { citationContent } from './citation-content.ts';
import { placeBeside } from './place-beside.ts';

/** Milliseconds for which the pointer rests before a quote shows, and is gone before it hides: enough to pass over a line, and to reach the quote. */
const REST_MS = 180;
const LEAVE_MS = 260;

const TITLE = 'Quote';

/** The types of the DOM in TypeScript 5.9 do not know the option yet. */
interface ShownFrom {
  showPopover(options: { readonly source: HTMLElement }): void;
}

/**
 * Shows what a marker cites: while the pointer rests on it, or for as long as one likes after a press, a tap or Enter. Escape and a press elsewhere close it, and the focus
 * goes back to the marker.
 */
export class CitationPopover {
  readonly element = el('div', {
    class: 'citation',
    popover: 'auto',
    role: 'dialog',
    'aria-label': TITLE,
    tabindex: '-1',
  });
  readonly #content = el('div');
  #marker: HTMLButtonElement | undefined;
  #isPinned = false;
  #timer = 0;

  constructor(signal: AbortSignal) {
    const close = button(
      { class: 'quiet close', 'aria-label': 'Close the quote' },
      () => this.element.hidePopover(),
      '✕',
    );
    this.element.append(close, this.#content);
    this.element.addEventListener('toggle', (event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') this.#closed();
    });
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.#hideSoon());
    const follow = (): void => this.#place();
    addEventListener('scroll', follow, { passive: true, signal });
    addEventListener('resize', follow, { passive: true, signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Has a marker show what it cites. */
  attach(marker: HTMLButtonElement, cited: Cited): void {
    marker.addEventListener('click', () => this.#pin(marker, cited));
    marker.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse' && !this.#isPinned) this.#later(REST_MS, () => this.#open(marker, cited));
    });
    marker.addEventListener('pointerleave', () => this.#hideSoon());
  }

  get #isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  #pin(marker: HTMLButtonElement, cited: Cited): void {
    clearTimeout(this.#timer);
    if (this.#isPinned && this.#marker === marker && this.#isOpen) {
      this.element.hidePopover();
      return;
    }
    this.#open(marker, cited);
    this.#isPinned = true;
    this.element.focus({ preventScroll: true });
  }

  #open(marker: HTMLButtonElement, cited: Cited): void {
    if (this.#marker !== marker) this.#leave();
    this.#marker = marker;
    fill(this.#content, citationContent(cited));
    setAttributes(this.element, { 'aria-label': `${TITLE} from ${cited.source.source_id}` });
    setAttributes(marker, { 'aria-expanded': 'true' });
    // Right behind its marker, so that Tab leads from the marker into the quote and from there on in the text.
    if (marker.nextSibling !== this.element) marker.after(this.element);
    // A press on the marker itself is then no press elsewhere.
    const popover: ShownFrom = this.element;
    if (!this.#isOpen) popover.showPopover({ source: marker });
    this.#place();
  }

  #leave(): void {
    if (this.#marker) setAttributes(this.#marker, { 'aria-expanded': 'false' });
    if (this.#isOpen) this.element.hidePopover();
    this.#isPinned = false;
  }

  #place(): void {
    if (this.#marker && this.#isOpen) placeBeside(this.element, this.#marker);
  }

  #hideSoon(): void {
    if (this.#isPinned) return;
    this.#later(LEAVE_MS, () => {
      if (this.#isOpen) this.element.hidePopover();
    });
  }

  #later(milliseconds: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, milliseconds);
  }

  #closed(): void {
    const [marker, wasPinned] = [this.#marker, this.#isPinned];
    this.#isPinned = false;
    if (marker) setAttributes(marker, { 'aria-expanded': 'false' });
    const isLost =
      document.activeElement === null ||
      document.activeElement === document.body ||
      this.element.contains(document.activeElement);
    if (wasPinned && isLost) marker?.focus({ preventScroll: true });
  }
}
