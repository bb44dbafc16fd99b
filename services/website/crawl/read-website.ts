import type { Gap, PageKind } from '../../../contracts/index.ts';
import { PipelineError, RejectedInputError, SiteUnavailableError } from '../../../contracts/index.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import type { RobotsGate } from '../robots/robots-gate.ts';
import type { SitemapFeed } from '../sitemap/sitemap-feed.ts';
import type { WebsiteContent, WebsiteRequest } from '../website-reader.ts';
import { Frontier } from './frontier.ts';
import type { FailedPage } from './gaps.ts';
import { gapFor, gapForDisallowed, gapForMove, gapForStop, gapsForCrawled } from './gaps.ts';
import { leftOutNotes } from './left-out.ts';
import { PageCollection } from './page-collection.ts';
import type { PageDraft } from './page-draft.ts';
import { guessKind } from './page-kind.ts';
import { isDeadline } from './run-signal.ts';
import { SiteCrawl } from './site-crawl.ts';
import { languageOfSite } from './site-language.ts';
import { SiteScope } from './site-scope.ts';
import { startSitemaps } from './site-sitemaps.ts';
import { siteOf, urlKey } from './url-identity.ts';

/** What a run works with. */
export interface WebsiteRun {
  readonly request: WebsiteRequest;
  readonly fetch: PoliteFetch;
  readonly robots: RobotsGate;
  readonly read: (url: string) => Promise<PageDraft>;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Requests so far, by host. */
  readonly requests: Readonly<Record<string, number>>;
}

type Reading = { readonly url: string; readonly draft: PageDraft } | FailedPage;

const NAMED_REMEDY = 'Open the page in a browser, save it and give it with --document saved.html.';
const LATE_REMEDY =
  'Give it more time with --deadline SECONDS, or open the page in a browser, save it and give it with --document saved.html.';
const JOB_REMEDY = 'Paste the job description with --job -, or save the page and give it with --document saved.html.';

/** Another attempt would find the deadline passed as well, so the error is one that is not tried again. */
function lateError({ url, error }: FailedPage): SiteUnavailableError {
  return new SiteUnavailableError(`${url} was not read before the deadline: the site answered too slowly.`, {
    cause: error,
    remedy: LATE_REMEDY,
  });
}

function failureOf(reading: Reading): FailedPage | undefined {
  return 'error' in reading ? reading : undefined;
}

/** One reading of a company's site: named pages, home page, crawl, gaps. */
export class ReadWebsite {
  readonly #run: WebsiteRun;
  readonly #pages = new PageCollection();
  readonly #frontier: Frontier;
  readonly #gaps: Gap[] = [];
  #scope: SiteScope | undefined;

  constructor(run: WebsiteRun) {
    this.#run = run;
    this.#frontier = new Frontier(run.now());
  }

  /** Reads; throws as `WebsiteReader.read` says. */
  async read(): Promise<WebsiteContent> {
    const end = new AbortController();
    const sitemaps = this.#startSitemaps(this.#run.request.company_url, end.signal, true);
    try {
      await this.#readAll(sitemaps, end.signal);
    } finally {
      end.abort(new DOMException('the crawl is over', 'AbortError'));
      await (await sitemaps)?.done;
    }
    return { pages: this.#pages.ranked(this.#notes()), gaps: this.#gaps, requests: this.#run.requests };
  }

  /** Sitemaps are asked for beside the home page, so that what they list is there when the choice begins. */
  async #readAll(sitemaps: Promise<SitemapFeed | undefined>, end: AbortSignal): Promise<void> {
    const [home, ...named] = await Promise.all(this.#addresses().map((url) => this.#tryToRead(url)));
    if (home === undefined) throw new SiteUnavailableError("No address was given. Give the company's address.");
    const failed = failureOf(home);
    if (failed?.error instanceof RejectedInputError) throw failed.error;
    for (const reading of named) this.#takeNamed(reading);
    if (failed !== undefined) {
      if (this.#pages.size === 0) throw isDeadline(this.#run.signal) ? lateError(failed) : failed.error;
      this.#gaps.push(gapFor("the company's website", failed));
    }
    if ('draft' in home) await this.#crawlFrom(home.draft, sitemaps, end);
  }

  /** The home page, then the job's and the others that were named, each once. */
  #addresses(): string[] {
    const { company_url, job_url, also_urls } = this.#run.request;
    const all = [company_url, ...(job_url === null ? [] : [job_url]), ...also_urls];
    return [...new Map(all.toReversed().map((url) => [urlKey(url) ?? url, url])).values()].toReversed();
  }

  async #tryToRead(url: string): Promise<Reading> {
    try {
      return { url, draft: await this.#run.read(url) };
    } catch (error) {
      if (error instanceof PipelineError) return { url, error };
      throw error;
    }
  }

  #takeNamed(reading: Reading): void {
    const isJob = reading.url === this.#run.request.job_url;
    if ('error' in reading) {
      this.#gaps.push(
        isJob ? gapFor('the job description', reading, JOB_REMEDY) : gapFor('a page you named', reading, NAMED_REMEDY),
      );
      return;
    }
    this.#takePage(reading, isJob ? 'job_description' : guessKind(reading.url, reading.draft.title).kind);
  }

  #takePage({ url, draft }: { readonly url: string; readonly draft: PageDraft }, kind: PageKind): void {
    for (const address of [url, draft.url]) this.#frontier.markSeen(urlKey(address) ?? address);
    if (!this.#pages.add({ draft, kind, weight: 1, warnings: [] })) return;
    this.#frontier.count(kind, 1);
    this.#progress(draft);
  }

  async #crawlFrom(home: PageDraft, early: Promise<SitemapFeed | undefined>, end: AbortSignal): Promise<void> {
    const { request, signal, read } = this.#run;
    const site = siteOf(home.url);
    if (siteOf(request.company_url) !== site) this.#gaps.push(gapForMove(request.company_url, home.url, site));
    this.#takePage({ url: request.company_url, draft: home }, 'home');
    const scope = new SiteScope(site, languageOfSite(home));
    this.#scope = scope;
    this.#addLinks(home, scope);
    const crawl = new SiteCrawl({
      scope,
      frontier: this.#frontier,
      pages: this.#pages,
      maxPages: request.max_pages,
      signal,
      read,
      onPage: (draft) => this.#progress(draft),
      sitemaps: this.#takeSitemaps(home, scope, early, end),
    });
    const { failed, unread } = await crawl.run();
    const reason = signal.reason instanceof Error ? signal.reason.message : 'reading was stopped';
    this.#gaps.push(...gapsForCrawled(failed), ...gapForDisallowed(failed, site), ...gapForStop(unread, site, reason));
  }

  #notes(): string[] {
    return leftOutNotes(this.#pages.copies, this.#scope?.otherLanguages ?? 0, this.#scope?.language);
  }

  #addLinks(home: PageDraft, scope: SiteScope): void {
    scope.learn(home.variants ?? []);
    for (const link of home.links) {
      const finding = scope.findingOf(link);
      if (finding !== undefined) this.#frontier.add(finding);
    }
    // A company address deeper than the root: the root belongs to the same site and may be its real home page.
    const root = new URL('/', home.url).href;
    if (urlKey(root) !== urlKey(home.url) && scope.covers(root))
      this.#frontier.add({ url: root, kind: 'about', place: 'main' });
  }

  #startSitemaps(url: string, end: AbortSignal, onlyIfQuick: boolean): Promise<SitemapFeed | undefined> {
    const { robots, fetch, signal } = this.#run;
    return startSitemaps(url, { robots, fetch, signal: AbortSignal.any([signal, end]) }, onlyIfQuick);
  }

  /** Takes what the early sitemaps list; where there are none, or the site has moved, reads those beside the home page. */
  async #takeSitemaps(
    home: PageDraft,
    scope: SiteScope,
    early: Promise<SitemapFeed | undefined>,
    end: AbortSignal,
  ): Promise<void> {
    const found = await early;
    const enough = this.#frontier.size >= this.#run.request.max_pages;
    const feed = found?.site === scope.site ? found : await this.#startSitemaps(home.url, end, enough);
    feed?.pipe((pages) => {
      for (const page of pages) {
        if (URL.canParse(page.url) && scope.covers(page.url)) this.#frontier.add({ ...page, place: 'sitemap' });
      }
    });
    await feed?.done;
  }

  #progress(page: PageDraft): void {
    const requests = Object.values(this.#run.requests).reduce((sum, count) => sum + count, 0);
    this.#run.request.onProgress?.({ pages: this.#pages.size, requests, page });
  }
}
