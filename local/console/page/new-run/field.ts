import type { Attributes, Child } from '../element.ts';
import { el, setAttributes } from '../element.ts';

/** A field of the form: a label, help, and a place for what is wrong with it. */
export interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  /** Shows what is wrong, or that nothing is. */
  problem(message: string | undefined): void;
}

/** What a field is called and told by. */
export interface FieldWords {
  readonly name: string;
  readonly label: string;
  readonly help?: Child;
  readonly optional?: boolean;
}

/** A line of text. */
export function textField(words: FieldWords, attributes: Attributes = {}): Field {
  return field(words, el('input', { type: 'text', ...attributes }));
}

/** A field of many lines. */
export function longField(words: FieldWords, attributes: Attributes = {}): Field {
  return field(words, el('textarea', attributes));
}

/** A choice of one. */
export function choiceField(words: FieldWords, options: readonly (readonly [value: string, label: string])[]): Field {
  return field(
    words,
    el(
      'select',
      {},
      options.map(([value, label]) => el('option', { value }, label)),
    ),
  );
}

function field({ name, label, help, optional = false }: FieldWords, control: Field['control']): Field {
  const wrong = el('span', { class: 'wrong', id: `${name}-wrong` });
  const told = help === undefined ? undefined : el('span', { class: 'help', id: `${name}-help` }, help);
  const described = told ? `${name}-help ${name}-wrong` : `${name}-wrong`;
  setAttributes(control, {
    id: name,
    name,
    'aria-describedby': described,
    'aria-required': optional ? undefined : 'true',
  });
  const mark = optional ? el('span', { class: 'optional' }, ' optional') : undefined;
  const element = el('div', { class: 'field' }, el('label', { for: name }, label, mark), told, control, wrong);
  const problem = (message: string | undefined): void => {
    wrong.textContent = message ?? '';
    setAttributes(control, { 'aria-invalid': message === undefined ? undefined : 'true' });
  };
  control.addEventListener('input', () => problem(undefined));
  return { name, element, control, problem };
}
