import type { FormFields } from './form-fields.ts';

/** What a form may begin with. */
export interface Prefill {
  readonly company_name: string;
  readonly company_url: string;
}

let waiting: Prefill | undefined;

/** Has the next form begin with a company, such as that of a run that failed. */
export function prefill(given: Prefill): void {
  waiting = given;
}

/** Puts what is waiting into a form, once. */
export function takePrefill({ fields }: FormFields): void {
  if (waiting === undefined) return;
  fields.company_name.control.value = waiting.company_name;
  fields.company_url.control.value = waiting.company_url;
  waiting = undefined;
}
