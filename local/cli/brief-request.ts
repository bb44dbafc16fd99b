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
    company_url: withScheme(options.url ?? ''),
    also_urls: options.also.map(withScheme),
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

/** A name with a dot, as people type an address: `acme.example/about`. */
const NAME_OF_A_SITE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?=[/?#]|$)/u;

function withScheme(address: string): string {
  return NAME_OF_A_SITE.test(address) ? `https://${address}` : address;
}

/** What belongs to the request, which a session that goes on keeps. */
const FLAGS_OF_THE_REQUEST = ['company', 'url', 'also', 'resume', 'job', 'document', 'role', 'audience'] as const;

/** Refuses, with `RejectedInputError`, flags that would change nothing: a session goes on with the request that it was started with. */
export function assertNothingNew(options: BriefOptions): void {
  const given = FLAGS_OF_THE_REQUEST.filter((name) => options[name] !== undefined && options[name]?.length !== 0);
  if (given.length === 0) return;
  const flags = given.map((name) => `--${name}`).join(', ');
  throw new RejectedInputError(`${flags} cannot be given with --continue: a session goes on as it was asked for.`, {
    remedy: `Leave it out, or start a new run without --continue.`,
  });
}
