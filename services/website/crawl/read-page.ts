import { PipelineError, RejectedInputError, SiteUnavailableError } from '../../../contracts/index.ts';
import type { PageRenderer } from '../browser/page-renderer.ts';
import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import type { BodyLimits } from '../fetch/read-body.ts';
import {
  MAX_LINKS_PER_PAGE,
  MAX_META_REFRESHES,
  MAX_PAGE_BYTES,
  MAX_PAGE_WIRE_BYTES,
  MAX_PDF_BYTES,
} from '../limits.ts';
import type { ExtractedPage } from '../page/extracted-page.ts';
import type { RobotsGate } from '../robots/robots-gate.ts';
import { pageProblem, statusProblem } from '../verdict/page-problem.ts';
import type { PageDraft, ReadPdf } from './page-draft.ts';
import { readHtmlOrDraw } from './read-drawn.ts';
import { urlKey } from './url-identity.ts';

/** What reading a page needs. */
export interface PageReading {
  readonly fetch: PoliteFetch;
  readonly robots: RobotsGate;
  readonly readPdf?: ReadPdf;
  /** Draws pages that show nothing without their scripts. */
  readonly renderer?: PageRenderer;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5';
const PDF_TYPE = 'application/pdf';

function limitsFor(contentType: string): BodyLimits {
  if (contentType === PDF_TYPE || contentType === 'application/octet-stream')
    return { wireBytes: MAX_PDF_BYTES, bytes: MAX_PDF_BYTES };
  return { wireBytes: MAX_PAGE_WIRE_BYTES, bytes: MAX_PAGE_BYTES };
}

/** Servers mislabel PDFs; the first bytes do not lie. */
function isPdf(response: FetchedResponse): boolean {
  return (
    response.contentType === PDF_TYPE || new TextDecoder('latin1').decode(response.bytes.subarray(0, 5)) === '%PDF-'
  );
}

function isHtml({ contentType, bytes }: FetchedResponse): boolean {
  if (contentType === 'text/html' || contentType === 'application/xhtml+xml') return true;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return (contentType === '' || contentType === 'text/plain') && /^\s*<(?:!doctype html|html|head|body)/i.test(start);
}

function fileNameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) || 'document.pdf';
}

async function readPdfPage(response: FetchedResponse, reading: PageReading): Promise<PageDraft> {
  const failed = statusProblem(response.status, response.url);
  if (failed !== undefined) throw failed;
  if (reading.readPdf === undefined) throw pageProblem('pdf', response.url, 'PDFs are not read here');
  if (response.truncated) throw pageProblem('pdf', response.url, `it is larger than ${MAX_PDF_BYTES} bytes`);
  try {
    const { title, ...content } = await reading.readPdf(response.bytes, fileNameOf(response.url), reading.signal);
    return {
      ...content,
      title: title === '' ? fileNameOf(response.url) : title,
      url: response.url,
      links: [],
      fetched_at: reading.now().toISOString(),
    };
  } catch (error) {
    if (error instanceof PipelineError) throw pageProblem('pdf', response.url, error.message.slice(0, 300));
    throw error;
  }
}

function draftOf(page: ExtractedPage, response: FetchedResponse, reading: PageReading): PageDraft {
  const cut = response.truncated ? [`The page was cut after ${MAX_PAGE_BYTES} bytes.`] : [];
  return {
    url: response.url,
    title: page.title,
    blocks: page.blocks,
    ...(page.hidden === undefined ? {} : { hidden: page.hidden }),
    ...(page.language === undefined ? {} : { language: page.language }),
    ...(page.published_at === undefined ? {} : { published_at: page.published_at }),
    ...(page.canonical_url === undefined ? {} : { canonical_url: page.canonical_url }),
    ...(page.variants.length === 0 ? {} : { variants: page.variants }),
    warnings: [...page.warnings, ...cut],
    links: page.robots.nofollow ? [] : page.links.slice(0, MAX_LINKS_PER_PAGE),
    fetched_at: reading.now().toISOString(),
  };
}

async function fetchAllowed(url: string, { fetch, robots, signal }: PageReading): Promise<FetchedResponse> {
  await robots.ensureAllowed(url, signal);
  const response = await fetch({ url, accept: ACCEPT, limits: limitsFor, signal });
  if (urlKey(response.url) !== urlKey(url)) await robots.ensureAllowed(response.url, signal);
  return response;
}

async function fetchNext(first: string, url: string, reading: PageReading): Promise<FetchedResponse> {
  try {
    return await fetchAllowed(url, reading);
  } catch (error) {
    if (url === first || !(error instanceof RejectedInputError)) throw error;
    throw new SiteUnavailableError(`${first} leads on to ${url}, which is not read: ${error.message}`, {
      cause: error,
    });
  }
}

/**
 * Reads one page or PDF, through redirects and meta refreshes, within robots.txt. Throws `RejectedInputError` for a forbidden address,
 * `SiteUnavailableError` (also as page problem or disallowed by robots.txt) for what cannot be read, `TransientUpstreamError` for what passes.
 */
export async function readPage(address: string, reading: PageReading): Promise<PageDraft> {
  let url = address;
  for (let hop = 0; hop <= MAX_META_REFRESHES; hop += 1) {
    const response = await fetchNext(address, url, reading);
    if (isPdf(response)) return readPdfPage(response, reading);
    if (!isHtml(response)) {
      throw (
        statusProblem(response.status, response.url) ??
        pageProblem('not_a_page', response.url, response.contentType || 'no content type')
      );
    }
    const { reading: read, url: shownAt } = await readHtmlOrDraw(response, reading);
    if ('page' in read) return draftOf(read.page, { ...response, url: shownAt }, reading);
    url = read.leadsTo;
  }
  throw new SiteUnavailableError(
    `${address} could not be read: it refreshes to another page more than ${MAX_META_REFRESHES} times.`,
  );
}
