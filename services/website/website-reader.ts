import type { Block, Gap, HiddenText, PageKind } from '../../contracts/index.ts';

/** What to read of the web in a run. */
export interface WebsiteRequest {
  readonly company_name: string;
  readonly company_url: string;
  /** Read first, whatever the crawl finds. They may lie on other domains, but are not crawled from. */
  readonly also_urls: readonly string[];
  /** The page of the job, if it is one; likewise. */
  readonly job_url: string | null;
  readonly max_pages: number;
  /** After this moment nothing more is fetched; what was read is given. */
  readonly deadline: Date;
  readonly signal?: AbortSignal;
  /** Called after each page; must not throw. */
  readonly onProgress?: (progress: WebsiteProgress) => void;
}

/** How far the reading is. */
export interface WebsiteProgress {
  readonly pages: number;
  readonly requests: number;
  /** The page that was just read, before it is known what repeats over the site. */
  readonly page: Pick<PageContent, 'url' | 'title' | 'blocks' | 'hidden' | 'warnings'>;
}

/** A page that was read, in the shape that sources are built from. */
export interface PageContent {
  readonly url: string;
  readonly title: string;
  readonly page_kind: PageKind;
  readonly fetched_at: string;
  /** YYYY-MM-DD as the page says. */
  readonly published_at?: string;
  /** BCP 47 tag as the page declares it. */
  readonly language?: string;
  readonly blocks: readonly Block[];
  readonly hidden?: HiddenText;
  readonly warnings: readonly string[];
}

/** What was read of the web: pages by rank, what is missing and why, and every request by host. */
export interface WebsiteContent {
  readonly pages: readonly PageContent[];
  readonly gaps: readonly Gap[];
  readonly requests: Readonly<Record<string, number>>;
}

/**
 * Reads a company's site. Throws `RejectedInputError` for an address that we never go to (scheme, port, private address), `SiteUnavailableError`
 * when neither the site nor any page named beside it could be read and trying again would not help, `TransientUpstreamError` when it would. When some page
 * could be read, everything else is a gap.
 */
export interface WebsiteReader {
  read(request: WebsiteRequest): Promise<WebsiteContent>;
}
