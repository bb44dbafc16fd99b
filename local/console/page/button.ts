import type { Attributes, Child } from './element.ts';
import { el } from './element.ts';

/** A button that does something. */
export function button(attributes: Attributes, press: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', press);
  return made;
}

/** Does something that takes a while with a button that cannot be pressed meanwhile; it keeps the focus. */
export async function whileBusy(pressed: HTMLButtonElement, run: () => Promise<void>): Promise<void> {
  if (pressed.getAttribute('aria-disabled') === 'true') return;
  pressed.setAttribute('aria-disabled', 'true');
  try {
    await run();
  } finally {
    pressed.removeAttribute('aria-disabled');
  }
}
