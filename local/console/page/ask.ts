import { button } from './button.ts';
import type { Child } from './element.ts';
import { el } from './element.ts';

/** What a dialog asks. */
export interface Question {
  readonly title: string;
  readonly text: readonly Child[];
  /** What the button says that goes on. */
  readonly yes: string;
  /** True when going on destroys something. */
  readonly grave?: boolean;
}

/** Asks in a dialog; Escape is no. The focus goes back to where it was. */
export async function ask({ title, text, yes, grave = false }: Question): Promise<boolean> {
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' });
  const no = button({ class: 'button' }, () => dialog.close('no'), 'Cancel');
  const go = button({ class: `button ${grave ? 'grave' : 'primary'}` }, () => dialog.close('yes'), yes);
  dialog.append(el('h2', { id: 'dialog-title' }, title), el('div', {}, ...text), el('p', { class: 'buttons' }, no, go));
  return (await shown(dialog, no)) === 'yes';
}

/** Asks for a secret; undefined when nothing was given. */
export async function askSecret(title: string, text: string): Promise<string | undefined> {
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' });
  const field = el('input', { type: 'password', id: 'secret', autocomplete: 'off', spellcheck: 'false' });
  const form = el(
    'form',
    { novalidate: true },
    el('p', { class: 'field' }, el('label', { for: 'secret' }, 'Token'), field),
    el(
      'p',
      { class: 'buttons' },
      button({ class: 'button' }, () => dialog.close('no'), 'Not now'),
      el('button', { class: 'button primary', type: 'submit' }, 'Use this token'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close('yes');
  });
  dialog.append(el('h2', { id: 'dialog-title' }, title), el('p', {}, text), form);
  const answer = await shown(dialog, field);
  return answer === 'yes' && field.value.trim() !== '' ? field.value.trim() : undefined;
}

function shown(dialog: HTMLDialogElement, first: HTMLElement): Promise<string> {
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
    first.focus();
  });
}
