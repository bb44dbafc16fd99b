import { SiteUnavailableError, TransientUpstreamError } from '../../../contracts/index.ts';

/** Why an answer is no page that one could cite. */
export type ProblemKind =
  | 'not_found'
  | 'refused'
  | 'bot_wall'
  | 'consent'
  | 'scripts'
  | 'no_text'
  | 'not_a_page'
  | 'pdf';

/** An answer came, and it is no page that one could cite. */
export class PageProblemError extends SiteUnavailableError {
  readonly problem: ProblemKind;

  constructor(problem: ProblemKind, message: string, remedy?: string) {
    super(message, remedy === undefined ? {} : { remedy });
    this.problem = problem;
  }
}

const SAVE_IT =
  'Open the page in a browser, save it and give it with --document saved.html, or name another page with --also URL.';

const PROBLEMS: Readonly<Record<ProblemKind, { readonly what: string; readonly remedy: string }>> = {
  not_found: { what: 'there is no such page', remedy: 'Check the address, or name another page with --also URL.' },
  refused: { what: 'the site refuses automated readers', remedy: SAVE_IT },
  bot_wall: { what: 'a bot wall asks for a proof of being human instead of showing the page', remedy: SAVE_IT },
  consent: { what: 'it shows nothing but a consent dialog', remedy: SAVE_IT },
  scripts: {
    what: 'it is built by scripts in the browser and carries next to no text of its own',
    remedy: `Run it with --browser, which draws such pages, or do it by hand. ${SAVE_IT}`,
  },
  no_text: { what: 'it carries no text', remedy: SAVE_IT },
  not_a_page: {
    what: 'it is not a page',
    remedy: 'Name the page itself with --also URL, or give the file with --document FILE.',
  },
  pdf: { what: 'it is a PDF that could not be read', remedy: 'Download it and give it with --document FILE.' },
};

/** The error for an answer that is no page; `detail` is put in brackets behind what is wrong. */
export function pageProblem(problem: ProblemKind, url: string, detail = ''): PageProblemError {
  const { what, remedy } = PROBLEMS[problem];
  return new PageProblemError(
    problem,
    `${url} could not be read: ${what}${detail === '' ? '' : ` (${detail})`}. ${remedy}`,
    remedy,
  );
}

/** Statuses that pass: the server says that it is busy or broken now. */
function passes(status: number): boolean {
  return status >= 500 || status === 429 || status === 408 || status === 425;
}

/** The error for a status that brings no page; undefined for 200 and its like. */
export function statusProblem(status: number, url: string): PageProblemError | TransientUpstreamError | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (passes(status)) {
    const why = status === 429 ? 'it gets too many requests' : 'the server has a problem';
    return new TransientUpstreamError(
      `${url} could not be read now: ${why} (HTTP ${status}). Try again in a few minutes.`,
    );
  }
  if (status === 404 || status === 410) return pageProblem('not_found', url, `HTTP ${status}`);
  return pageProblem('refused', url, `HTTP ${status}`);
}
