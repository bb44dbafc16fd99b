import type { Audience, CreateDocumentBody, GivenDocument } from '../../../contracts/index.ts';
import { isJobAddress } from '../../../contracts/job-address.ts';

/** What a document is to a brief. */
export type Purpose = CreateDocumentBody['purpose'];

/** A file that was chosen in the form. */
export interface ChosenFile {
  /** Tells files of the same name apart. */
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** What the browser takes it for; often empty. */
  readonly type: string;
  readonly purpose: Purpose;
}

/** The form as it was filled in. */
export interface NewRunForm {
  readonly company_name: string;
  readonly company_url: string;
  readonly role: string;
  readonly audience: string;
  readonly job_description: string;
  /** One address a line. */
  readonly also_urls: string;
  readonly max_pages: string;
  readonly deadline_seconds: string;
  readonly files: readonly ChosenFile[];
}

/** Body of `POST /pipeline`: what was left empty is left out, so that the API's own defaults hold. */
export interface NewRunBody {
  readonly company_name: string;
  readonly company_url: string;
  readonly role?: string;
  readonly audience?: Audience;
  readonly job_description?: string;
  readonly also_urls?: readonly string[];
  readonly max_pages?: number;
  readonly deadline_seconds?: number;
  readonly documents?: readonly GivenDocument[];
}

/** The body that a form makes with the documents that were uploaded for it. */
export function bodyOf(form: NewRunForm, documents: readonly GivenDocument[]): NewRunBody {
  const { role, audience, job_description, max_pages, deadline_seconds } = form;
  const also = alsoUrls(form);
  return {
    company_name: form.company_name.trim(),
    company_url: withScheme(form.company_url),
    ...(role.trim() === '' ? {} : { role: role.trim() }),
    ...(audience === '' ? {} : { audience: audience as Audience }),
    ...(job_description.trim() === '' ? {} : { job_description: job_description.trim() }),
    ...(also.length === 0 ? {} : { also_urls: also }),
    ...(max_pages.trim() === '' ? {} : { max_pages: Number(max_pages) }),
    ...(deadline_seconds.trim() === '' ? {} : { deadline_seconds: Number(deadline_seconds) }),
    ...(documents.length === 0 ? {} : { documents }),
  };
}

/** The further addresses of a form. */
export function alsoUrls({ also_urls }: Pick<NewRunForm, 'also_urls'>): readonly string[] {
  return also_urls
    .split(/\s+/)
    .filter((line) => line !== '')
    .map(withScheme);
}

/** An address as people type it, with the scheme that it lacks. */
export function withScheme(address: string): string {
  const trimmed = address.trim();
  return trimmed === '' || /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
}

/** Documents that a form makes: a job description that is no address is one as well. */
export function documentCount({ files, job_description }: NewRunForm): number {
  const text = job_description.trim();
  return files.length + (text === '' || isJobAddress(text) ? 0 : 1);
}
