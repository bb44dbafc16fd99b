import type { FormProblem } from '../../model/check-form.ts';
import { el, fill } from '../element.ts';

/** The list of what is wrong with a form, above it; each line leads to its field. */
export class FormProblems {
  readonly element = el('div', { id: 'problems', tabindex: '-1' });

  /** Shows what is wrong and leads there; nothing clears it. */
  show(problems: readonly FormProblem[], text?: string): void {
    if (problems.length === 0 && text === undefined) {
      fill(this.element);
      return;
    }
    const items = problems.map(({ field, message }) => el('li', {}, this.#leadTo(field, message)));
    fill(
      this.element,
      el(
        'div',
        { class: 'notice grave', role: 'alert' },
        el('h2', {}, problems.length > 0 ? 'Something has to be corrected' : 'The brief was not started'),
        problems.length > 0 ? el('ul', {}, items) : el('p', {}, text ?? ''),
      ),
    );
    this.element.focus();
  }

  #leadTo(field: string, message: string): HTMLElement {
    const target = document.getElementById(field);
    if (target === null) return el('span', {}, message);
    const link = el('button', { type: 'button', class: 'link' }, message);
    link.addEventListener('click', () => {
      target.closest('details')?.setAttribute('open', '');
      target.focus();
    });
    return link;
  }
}
