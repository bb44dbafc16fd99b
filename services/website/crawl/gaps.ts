import type { Gap, PipelineError } from '../../../contracts/index.ts';
import { gapReason } from '../../sources/gap-reason.ts';
import { DisallowedByRobotsError } from '../robots/robots-gate.ts';
import { PageProblemError } from '../verdict/page-problem.ts';

/** A page that could not be read. */
export interface FailedPage {
  readonly url: string;
  readonly error: PipelineError;
}

/** Addresses named in one gap: enough to see what kind of pages they are. */
const MAX_NAMED_URLS = 3;

/** Longest reason of a gap that names two addresses, in characters (the contract allows 1,000). */
const MAX_MOVE_CHARACTERS = 900;

/** The gap for one address that was asked for. */
export function gapFor(sought: string, { url, error }: FailedPage, remedy?: string): Gap {
  return {
    sought,
    where: url.slice(0, 2_000),
    reason: gapReason(error),
    remedy: remedy ?? error.remedy,
    error: error.name,
  };
}

function groupOf({ error }: FailedPage): string {
  return error instanceof PageProblemError
    ? error.problem
    : `${error.name} ${error.message.replace(/\S*:\/\/\S*/g, '')}`;
}

/**
 * Gaps for pages that the crawl chose and could not read: one for each reason, however many pages it hit. They name no error, because nobody asked for
 * these pages: the brief is none the worse for a broken link.
 */
export function gapsForCrawled(failed: readonly FailedPage[]): Gap[] {
  const groups = Map.groupBy(
    failed.filter(({ error }) => !(error instanceof DisallowedByRobotsError)),
    groupOf,
  );
  return [...groups.values()].flatMap((pages) => {
    const [first] = pages;
    if (first === undefined) return [];
    const more = pages.length - 1;
    const where = pages
      .slice(0, MAX_NAMED_URLS)
      .map((page) => page.url.slice(0, 600))
      .join(', ');
    const { error: _unasked, ...gap } = gapFor(
      pages.length === 1 ? 'a further page of the site' : `${pages.length} further pages of the site`,
      first,
    );
    return [{ ...gap, where, reason: more === 0 ? gap.reason : `${gap.reason} The same holds for ${more} more.` }];
  });
}

/** The gap for pages that robots.txt keeps us from: a count, since nobody asked for them by name. */
export function gapForDisallowed(failed: readonly FailedPage[], site: string): Gap[] {
  const count = failed.filter(({ error }) => error instanceof DisallowedByRobotsError).length;
  if (count === 0) return [];
  const pages = count === 1 ? 'one page' : `${count} pages`;
  return [
    {
      sought: `${pages} of the site`,
      where: site,
      reason: `The site's robots.txt asks automated readers to stay away from ${pages} that seemed worth reading, so ${count === 1 ? 'it was' : 'they were'} left out.`,
      remedy: 'Open what you need in a browser, save it and give it with --document saved.html.',
    },
  ];
}

/** The gap for a home page that answered from another site. */
export function gapForMove(from: string, to: string, site: string): Gap {
  return {
    sought: `the company's website at ${from}`.slice(0, 300),
    where: from,
    reason: `The site has moved: ${from} redirects to ${to}, so ${site} was read instead.`.slice(
      0,
      MAX_MOVE_CHARACTERS,
    ),
    remedy: 'If that is not the company, start again with the right address.',
  };
}

/** The gap for pages that were still to be read when reading ended. */
export function gapForStop(count: number, site: string, reason: string): Gap[] {
  if (count === 0) return [];
  const pages = count === 1 ? '1 further page was' : `${count} further pages were`;
  return [
    {
      sought: count === 1 ? 'a further page of the site' : `${count} further pages of the site`,
      where: site,
      reason: `${pages} not read: ${reason}.`,
      remedy: 'Give it more time with --deadline SECONDS, or fewer pages with --max-pages N.',
    },
  ];
}
