import { el } from './element.ts';

/** A place for what went wrong or what is to be known; read out as soon as it is filled. */
export class Notice {
  readonly element = el('div', { role: 'alert' });

  /** Shows a text, or nothing. */
  show(text: string | undefined, kind: 'plain' | 'grave' = 'grave'): void {
    const known = this.element.textContent;
    if (known === (text ?? '')) return;
    this.element.replaceChildren(...(text === undefined ? [] : [el('p', { class: `notice ${kind}` }, text)]));
  }
}

/** What an error says to the reader. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
