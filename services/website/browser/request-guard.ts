import { PipelineError } from '../../../contracts/index.ts';
import { siteOf } from '../crawl/url-identity.ts';
import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import { allowPreflight, answerWith, redirectTo, refusal } from './answers.ts';
import type { BrowserRequest } from './browser-request.ts';
import { forwardedHeaders, isNeeded, isPreflight } from './browser-request.ts';
import type { CdpObject } from './cdp-connection.ts';
import { MAX_BYTES_PER_SUBREQUEST, MAX_SCRIPT_NAVIGATIONS } from './limits.ts';
import type { RunRequests } from './page-renderer.ts';
import { RequestBudget } from './request-budget.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** What requests of pages are answered with. */
export interface GuardedRequests extends RunRequests {
  readonly signal: AbortSignal;
  readonly shared: SharedAnswers;
}

/** What the browser is told to do with a request. */
export interface Decision {
  readonly command: 'Fetch.fulfillRequest' | 'Fetch.failRequest';
  readonly params: CdpObject;
}

const LIMITS = { wireBytes: MAX_BYTES_PER_SUBREQUEST, bytes: MAX_BYTES_PER_SUBREQUEST };

/**
 * Answers every request of one page out of guarded fetches: public addresses only, each redirect checked, within the pace that hosts ask for and the robots.txt of
 * the page's own site, as far as the page's budget goes. The page itself is answered with what was fetched before.
 */
export class RequestGuard {
  readonly budget = new RequestBudget();
  readonly #page: FetchedResponse;
  readonly #requests: GuardedRequests;
  /** Answers that were fetched and wait for the page to ask for their address. */
  readonly #ready = new Map<string, FetchedResponse>();
  #navigations = 0;

  constructor(page: FetchedResponse, requests: GuardedRequests) {
    this.#page = page;
    this.#requests = requests;
    this.#ready.set(page.url, page);
  }

  /** Decides about a request of the page; `frame` is the id of its main frame. Rejects for a fault of our own only. */
  async decide(request: BrowserRequest, frame: string): Promise<Decision> {
    if (isPreflight(request)) return { command: 'Fetch.fulfillRequest', params: allowPreflight(request) };
    if (!isNeeded(request) || !this.#mayNavigate(request, frame) || !this.budget.start()) return fail(request);
    let bytes = 0;
    try {
      const response = this.#takeReady(request.url) ?? (await this.#fetch(request));
      bytes = response.bytes.length;
      if (response.truncated && response !== this.#page) return fail(request);
      if (new URL(response.url).href === withoutFragment(request.url)) return fulfill(answerWith(request, response));
      this.#ready.set(response.url, response);
      return fulfill(redirectTo(request, response.url));
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      return fail(request);
    } finally {
      this.budget.end(bytes);
    }
  }

  /** Frames inside the page are not loaded; the page itself may lead on a few times, on its own site. */
  #mayNavigate({ kind, frame, url }: BrowserRequest, main: string): boolean {
    if (kind !== 'Document' || withoutFragment(url) === this.#page.url) return kind !== 'Document' || frame === main;
    this.#navigations += 1;
    const isOwn = frame === main && siteOf(url) === siteOf(this.#page.url);
    return isOwn && this.#navigations <= MAX_SCRIPT_NAVIGATIONS;
  }

  #takeReady(url: string): FetchedResponse | undefined {
    const address = withoutFragment(url);
    const response = this.#ready.get(address);
    if (response !== this.#page) this.#ready.delete(address);
    return response;
  }

  #fetch(request: BrowserRequest): Promise<FetchedResponse> {
    const { kind, url, headers } = request;
    if (kind !== 'Script' && kind !== 'Stylesheet') return this.#fetchNow(request);
    return this.#requests.shared.get(`${headers.origin ?? ''} ${url}`, () => this.#fetchNow(request));
  }

  async #fetchNow(request: BrowserRequest): Promise<FetchedResponse> {
    const { fetch, robots, signal } = this.#requests;
    const isOwn = siteOf(request.url) === siteOf(this.#page.url);
    if (isOwn) await robots.ensureAllowed(request.url, signal);
    const { accept = '*/*', ...headers } = forwardedHeaders(request);
    const response = await fetch({ url: request.url, accept, headers, limits: LIMITS, signal });
    if (isOwn && response.url !== request.url) await robots.ensureAllowed(response.url, signal);
    return response;
  }
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}

function fulfill(params: CdpObject): Decision {
  return { command: 'Fetch.fulfillRequest', params };
}

function fail(request: BrowserRequest): Decision {
  return { command: 'Fetch.failRequest', params: refusal(request) };
}
