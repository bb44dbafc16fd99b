import { isJobAddress } from '../../../contracts/job-address.ts';
import {
  DEFAULT_DEADLINE_SECONDS,
  MAX_ALSO_URLS,
  MAX_COMPANY_NAME_CHARACTERS,
  MAX_DEADLINE_SECONDS,
  MAX_DOCUMENT_BYTES,
  MAX_DOCUMENTS,
  MAX_INLINE_JOB_DESCRIPTION_BYTES,
  MAX_PAGES,
  MAX_ROLE_CHARACTERS,
  MIN_DEADLINE_SECONDS,
} from '../../../contracts/limits.ts';
import { isOneLine } from '../../../contracts/one-line.ts';
import { fileSize } from './format.ts';
import { mediaTypeOf, takenNames } from './media-type.ts';
import type { ChosenFile, NewRunForm } from './new-run.ts';
import { alsoUrls, documentCount, withScheme } from './new-run.ts';
import { addressProblem } from './web-address.ts';

/** What is wrong with one field: the name of the field, or `files.` and the key of a file. */
export interface FormProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * Holds a form against what the API takes, so that most mistakes are told before anything is sent. The API has the last word: what it finds is shown at the same fields.
 *
 * @param mediaTypes the types of documents that the server takes
 */
export function checkForm(form: NewRunForm, mediaTypes: Readonly<Record<string, string>>): readonly FormProblem[] {
  const found = [
    problem('company_name', nameProblem(form.company_name)),
    problem(
      'company_url',
      form.company_url.trim() === '' ? 'Enter the address of its site.' : addressProblem(withScheme(form.company_url)),
    ),
    problem('role', lineProblem(form.role, MAX_ROLE_CHARACTERS)),
    problem('job_description', jobProblem(form.job_description.trim())),
    ...form.files.map((file) => problem(`files.${file.key}`, fileProblem(file, mediaTypes))),
    problem(
      'files',
      documentCount(form) > MAX_DOCUMENTS
        ? `Give at most ${MAX_DOCUMENTS} documents; the text of the job description is one.`
        : undefined,
    ),
    problem('also_urls', alsoProblem(alsoUrls(form))),
    problem('max_pages', numberProblem(form.max_pages, 1, MAX_PAGES)),
    problem('deadline_seconds', numberProblem(form.deadline_seconds, MIN_DEADLINE_SECONDS, MAX_DEADLINE_SECONDS)),
  ];
  return found.filter((each) => each !== undefined);
}

/** What is wrong with a file, or undefined. */
export function fileProblem(
  file: Pick<ChosenFile, 'name' | 'type' | 'bytes'>,
  mediaTypes: Readonly<Record<string, string>>,
): string | undefined {
  if (mediaTypeOf(file, mediaTypes) === undefined) return `This type is not read. Give ${takenNames(mediaTypes)}.`;
  if (file.bytes === 0) return 'The file is empty.';
  return file.bytes > MAX_DOCUMENT_BYTES
    ? `The file has ${fileSize(file.bytes)}; at most ${fileSize(MAX_DOCUMENT_BYTES)} are taken.`
    : undefined;
}

/** What is shown in an empty field of the deadline. */
export const USUAL_DEADLINE_SECONDS = DEFAULT_DEADLINE_SECONDS;

function problem(field: string, message: string | undefined): FormProblem | undefined {
  return message === undefined ? undefined : { field, message };
}

function nameProblem(name: string): string | undefined {
  return name.trim() === '' ? 'Enter the name of the company.' : lineProblem(name, MAX_COMPANY_NAME_CHARACTERS);
}

function lineProblem(text: string, characters: number): string | undefined {
  if (!isOneLine(text.trim())) return 'Enter one line without control characters.';
  return text.trim().length > characters ? `Enter at most ${characters} characters.` : undefined;
}

function jobProblem(text: string): string | undefined {
  if (isJobAddress(text)) return addressProblem(text);
  const bytes = new TextEncoder().encode(text).byteLength;
  return bytes > MAX_INLINE_JOB_DESCRIPTION_BYTES
    ? `The text has ${fileSize(bytes)}; at most ${fileSize(MAX_INLINE_JOB_DESCRIPTION_BYTES)} are taken. Give it as a file.`
    : undefined;
}

function alsoProblem(addresses: readonly string[]): string | undefined {
  if (addresses.length > MAX_ALSO_URLS) return `Enter at most ${MAX_ALSO_URLS} addresses.`;
  return addresses.map(addressProblem).find((each) => each !== undefined);
}

function numberProblem(text: string, least: number, most: number): string | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : `Enter a whole number from ${least} to ${most}.`;
}
