import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import { readSitemaps } from './read-sitemaps.ts';
import type { ListedPage } from './thin-folders.ts';

/** Takes the pages of a sitemap file. */
export type TakePages = (pages: readonly ListedPage[]) => void;

/** What to read. */
export interface SitemapFeedRequest {
  readonly urls: readonly string[];
  /** Only sitemaps of this site are read. */
  readonly site: string;
  readonly fetch: PoliteFetch;
  readonly signal: AbortSignal;
}

/** Sitemaps that are read while something else goes on; what they list is kept until somebody takes it. */
export class SitemapFeed {
  readonly site: string;
  /** Settles when no more pages come; never rejects for what a site sends. */
  readonly done: Promise<void>;
  readonly #kept: (readonly ListedPage[])[] = [];
  #take: TakePages = (pages) => this.#kept.push(pages);

  constructor(request: SitemapFeedRequest) {
    this.site = request.site;
    this.done = readSitemaps({ ...request, onPages: (pages) => this.#take(pages) });
  }

  /** Gives what was found so far, and from now on every file as it is read. */
  pipe(take: TakePages): void {
    this.#take = take;
    for (const pages of this.#kept.splice(0)) take(pages);
  }
}
