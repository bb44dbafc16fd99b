import { checkForm } from '../../model/check-form.ts';
import { announce } from '../announce.ts';
import type { App, View } from '../app.ts';
import { whileBusy } from '../button.ts';
import { el } from '../element.ts';
import { goTo } from '../navigate.ts';
import { messageOf } from '../notice.ts';
import { exampleNotice } from './example.ts';
import type { FormFields } from './form-fields.ts';
import { formFields } from './form-fields.ts';
import { FormProblems } from './form-problems.ts';
import { IdempotencyKeys } from './idempotency.ts';
import { takePrefill } from './prefill.ts';
import type { FilledForm } from './submit-run.ts';
import { RefusedForm, submitRun } from './submit-run.ts';

/** The form that starts a run. */
export function newRunView(app: App, signal: AbortSignal): View {
  const form = formFields(app.settings.media_types);
  const problems = new FormProblems();
  const status = el('p', { class: 'soft', id: 'submit-status', role: 'status' });
  const submit = el('button', { type: 'submit', class: 'button primary large' }, 'Make the brief');
  const keys = new IdempotencyKeys();
  const tell = (text: string): void => {
    status.textContent = text;
  };
  const send = async (): Promise<void> => {
    const filled = filledForm(form);
    const found = checkForm(filled, app.settings.media_types);
    showProblems(form, found);
    problems.show(found);
    if (found.length > 0) return;
    try {
      goTo({ view: 'run', execution_id: await submitRun(app, filled, { keys, signal, tell }) });
      announce('The brief is being made.');
    } catch (error) {
      tell('');
      const refused = error instanceof RefusedForm ? error.problems : [];
      showProblems(form, refused);
      problems.show(refused, messageOf(error));
    }
  };
  const element = el(
    'form',
    { class: 'new-run', novalidate: true, 'aria-labelledby': 'title' },
    intro(),
    exampleNotice(app.settings, form),
    problems.element,
    body(form),
    el('div', { class: 'submit' }, submit, status),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void whileBusy(submit, send);
  });
  takePrefill(form);
  return { title: 'New brief', element };
}

function intro(): HTMLElement {
  return el(
    'p',
    { class: 'lead' },
    'What the company does, why you fit, what you will be asked and what to ask back, with every statement quoted from its source.',
  );
}

function body({ fields, files: [resume, job, others] }: FormFields): HTMLElement[] {
  return [
    el('div', { class: 'pair' }, fields.company_name.element, fields.company_url.element),
    el('div', { class: 'pair' }, fields.role.element, fields.audience.element),
    el('div', { class: 'pair' }, resume?.element, job?.element),
    fields.job_description.element,
    el(
      'details',
      { class: 'more' },
      el('summary', {}, 'More to read, and limits'),
      fields.also_urls.element,
      others?.element,
      el('div', { class: 'pair' }, fields.max_pages.element, fields.deadline_seconds.element),
    ),
  ];
}

function filledForm({ fields, files }: FormFields): FilledForm {
  const values = Object.fromEntries(Object.entries(fields).map(([name, { control }]) => [name, control.value]));
  return { ...(values as Omit<FilledForm, 'files'>), files: files.flatMap((field) => field.files) };
}

function showProblems({ fields, files }: FormFields, problems: readonly { field: string; message: string }[]): void {
  const byField = new Map(problems.map(({ field, message }) => [field, message]));
  for (const field of Object.values(fields)) field.problem(byField.get(field.name));
  const byFile = new Map(problems.map(({ field, message }) => [field.replace(/^files\./, ''), message]));
  for (const field of files) field.problems(byFile);
}
