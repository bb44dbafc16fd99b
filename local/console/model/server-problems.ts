import type { ProblemDetails } from '../../../contracts/index.ts';
import type { FormProblem } from './check-form.ts';
import type { ChosenFile } from './new-run.ts';

/** Fields of the API that the form shows under another name. */
const SHOWN_AS: Readonly<Record<string, string>> = { documents: 'files' };

/** What the API finds wrong with the body of a run, at the fields of the form: `also_urls.3` belongs to its list, `documents.0` to the first file. */
export function runProblems(
  { errors = [] }: Pick<ProblemDetails, 'errors'>,
  files: readonly ChosenFile[],
): FormProblem[] {
  return errors.map(({ field, message }) => ({ field: formField(field, files), message: sentence(message) }));
}

/** What the API finds wrong with a document, at its file. */
export function fileProblems(
  { errors, detail }: Pick<ProblemDetails, 'errors' | 'detail'>,
  file: ChosenFile,
): FormProblem[] {
  const messages = errors?.map(({ field, message }) => sentence(`${field.replaceAll('_', ' ')} ${message}`)) ?? [
    detail,
  ];
  return messages.map((message) => ({ field: `files.${file.key}`, message }));
}

function formField(field: string, files: readonly ChosenFile[]): string {
  const [name = '', position = ''] = field.split('.');
  const file = name === 'documents' ? files[Number.parseInt(position, 10)] : undefined;
  return file === undefined ? (SHOWN_AS[name] ?? name) : `files.${file.key}`;
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
