import type { PageKind } from '../../../contracts/index.ts';
import { PipelineError } from '../../../contracts/index.ts';
import { MAX_ATTEMPTS_PER_PAGE, MAX_CONCURRENT_PER_HOST } from '../limits.ts';
import { boardPageOf } from './boards/board-address.ts';
import type { Candidate, Frontier } from './frontier.ts';
import type { FailedPage } from './gaps.ts';
import type { PageCollection } from './page-collection.ts';
import type { PageDraft } from './page-draft.ts';
import { guessKind } from './page-kind.ts';
import type { SiteScope } from './site-scope.ts';

/** What a crawl works with. */
export interface SiteCrawlOptions {
  readonly scope: SiteScope;
  readonly frontier: Frontier;
  readonly pages: PageCollection;
  readonly maxPages: number;
  readonly signal: AbortSignal;
  readonly read: (url: string) => Promise<PageDraft>;
  /** Called for each page that was taken in. */
  readonly onPage: (draft: PageDraft) => void;
  /** Settles when no more links come from sitemaps; never rejects. */
  readonly sitemaps: Promise<void>;
}

/** What a crawl leaves beside the pages it took in. */
export interface CrawlResult {
  readonly failed: readonly FailedPage[];
  /** Pages that were still to be read when the signal ended the crawl. */
  readonly unread: number;
}

/** Worth below which a page waits while a sitemap is read: the first page of every kind that matters is worth more, a stray article is not. */
const PATIENT_WORTH_SITEMAP = 62;

/** What the pages of a kind list, where they list what may be worth reading next. */
const LISTED_KIND: Readonly<Partial<Record<PageKind, PageKind>>> = {
  careers: 'role',
  news: 'news',
  products: 'products',
  customers: 'customers',
  team: 'team',
  about: 'team',
};

/** How sure a kind must be that a page's own title tells, to replace the guess by its address. */
const SURE_BY_TITLE = 0.7;

/** Confidence below which the guess by address is only a guess. */
const UNSURE = 0.5;

/** What a page is, now that its title is known. */
function kindOf(url: string, title: string, guess: PageKind): PageKind {
  if (guess !== 'other' && guessKind(url).confidence > UNSURE) return guess;
  const byTitle = guessKind(url, title);
  return byTitle.kind !== 'other' && byTitle.confidence >= SURE_BY_TITLE ? byTitle.kind : guess;
}

/** Reads the pages of a site that matter first, several at once, until the budget is used, nothing is left, or the signal ends it. */
export class SiteCrawl {
  readonly #options: SiteCrawlOptions;
  readonly #running = new Map<Candidate, Promise<void>>();
  readonly #failed: FailedPage[] = [];
  #attempts = 0;
  #unread = 0;
  #sitemapsPending = true;

  constructor(options: SiteCrawlOptions) {
    this.#options = options;
  }

  /** Crawls. Rejects only for a fault of our own. */
  async run(): Promise<CrawlResult> {
    const { signal, frontier, maxPages, pages } = this.#options;
    const sitemaps = this.#options.sitemaps.then(() => {
      this.#sitemapsPending = false;
    });
    while (!signal.aborted) {
      this.#startPages();
      if (this.#running.size === 0 && (!this.#sitemapsPending || this.#room() <= 0)) break;
      await Promise.race(this.#sitemapsPending ? [sitemaps, ...this.#running.values()] : this.#running.values());
    }
    await Promise.all(this.#running.values());
    const left = signal.aborted ? Math.min(frontier.size + this.#unread, Math.max(0, maxPages - pages.size)) : 0;
    return { failed: this.#failed, unread: left };
  }

  #room(): number {
    const { maxPages, pages } = this.#options;
    const attemptsLeft = maxPages * MAX_ATTEMPTS_PER_PAGE - this.#attempts;
    return Math.min(maxPages - pages.size - this.#running.size, attemptsLeft);
  }

  #startPages(): void {
    while (this.#running.size < MAX_CONCURRENT_PER_HOST && this.#room() > 0) {
      const candidate = this.#options.frontier.next(this.#minWorth());
      if (candidate === undefined) return;
      if (!this.#options.scope.admit(candidate.url)) {
        this.#options.frontier.release(candidate);
        continue;
      }
      this.#attempts += 1;
      this.#running.set(candidate, this.#readOne(candidate));
    }
  }

  /** A page waits while something under way may still bring a better one. */
  #minWorth(): number {
    if (this.#sitemapsPending) return PATIENT_WORTH_SITEMAP;
    const listed = [...this.#running.keys()].map((candidate) => LISTED_KIND[candidate.kind]);
    return Math.max(0, ...listed.map((kind) => (kind === undefined ? 0 : this.#options.frontier.expectedWorth(kind))));
  }

  async #readOne(candidate: Candidate): Promise<void> {
    try {
      this.#take(candidate, await this.#options.read(candidate.url));
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      this.#options.frontier.release(candidate);
      if (this.#options.signal.aborted) this.#unread += 1;
      else this.#failed.push({ url: candidate.url, error });
    } finally {
      this.#running.delete(candidate);
    }
  }

  #take(candidate: Candidate, draft: PageDraft): void {
    const { scope, frontier, pages, onPage } = this.#options;
    scope.learn(draft.variants ?? []);
    const ours = scope.variantOf(draft);
    if (ours !== undefined) {
      frontier.release(candidate);
      frontier.add({ url: ours, kind: candidate.kind });
      return;
    }
    const isBoard = boardPageOf(candidate.url) !== undefined;
    const kind = isBoard ? candidate.kind : kindOf(candidate.url, draft.title, candidate.kind);
    const added = scope.accepts(draft.url) && pages.add({ draft, kind, weight: candidate.weight, warnings: [] });
    if (!added) {
      frontier.release(candidate);
      return;
    }
    if (kind !== candidate.kind) {
      frontier.count(candidate.kind, -1);
      frontier.count(kind, 1);
    }
    this.#addLinks(draft, kind);
    onPage(draft);
  }

  #addLinks(draft: PageDraft, kind: PageKind): void {
    const { scope, frontier } = this.#options;
    const listed = LISTED_KIND[kind];
    for (const link of draft.links) {
      const finding = scope.findingOf(link);
      if (finding === undefined) continue;
      const inText = listed !== undefined && link.place === 'main';
      frontier.add(inText ? { ...finding, listedAs: listed } : finding);
    }
  }
}
