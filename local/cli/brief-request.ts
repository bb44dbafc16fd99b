import type { DocumentReference } from '../../contracts/index.ts';
import { BriefRequest, RejectedInputError } from '../../contracts/index.ts';
import type { BriefOptions } from './brief-options.ts';
import { commandLine } from './command-line.ts';
import { isWebAddress } from './read-documents.ts';

/** The flag that gives each field, for messages. */
const FLAG_NAMES: Readonly<Record<string, string>> = {
  company_name: '--company',
  company_url: '--url',
  also_urls: '--also',
  job_url: '--job',
  documents: '--document',
  role: '--role',
};

/** The request that a command line asks for. Throws `RejectedInputError` that names every flag that is wrong. */
export function briefRequest(options: BriefOptions, documents: readonly DocumentReference[]): BriefRequest {
  const { job } = options;
  const request = BriefRequest.safeParse({
    company_name: options.company ?? '',
    company_url: options.url ?? '',
    also_urls: options.also,
    job_url: job !== undefined && isWebAddress(job) ? job : null,
    documents,
    role: options.role ?? null,
    audience: options.audience ?? null,
    max_pages: options.maxPages,
    deadline_seconds: options.deadline,
  });
  if (request.success) return request.data;
  const absent = [
    ...(options.company === undefined ? ['--company'] : []),
    ...(options.url === undefined ? ['--url'] : []),
  ];
  const problems = request.error.issues.map(({ path, message }) => {
    const flag = FLAG_NAMES[String(path[0])] ?? path.join('.');
    return `${flag} ${absent.includes(flag) ? 'is missing' : message}`;
  });
  throw new RejectedInputError(`${problems.join('; ')}.`, {
    remedy: `Correct it and run it again; ${commandLine('brief', '--help')} shows every flag with examples.`,
  });
}
