import { Readable } from 'node:stream';
import { PipelineError } from '../../../contracts/index.ts';
import { languageOfUrl } from '../crawl/language-variant.ts';
import { siteOf } from '../crawl/url-identity.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import { readBody } from '../fetch/read-body.ts';
import { MAX_SITEMAP_BYTES, MAX_SITEMAP_FILES, MAX_SITEMAP_URLS } from '../limits.ts';
import type { SitemapEntry } from './parse-sitemap.ts';
import { parseSitemap } from './parse-sitemap.ts';
import type { ListedPage } from './thin-folders.ts';
import { thinFolders } from './thin-folders.ts';

/** What to read. */
export interface SitemapRequest {
  /** Addresses of sitemaps, the best first. */
  readonly urls: readonly string[];
  /** Only sitemaps of this site are read. */
  readonly site: string;
  readonly fetch: PoliteFetch;
  readonly signal: AbortSignal;
  /** Called with the pages of each file as it was read. */
  readonly onPages: (pages: readonly ListedPage[]) => void;
}

const LIMITS = { wireBytes: MAX_SITEMAP_BYTES, bytes: MAX_SITEMAP_BYTES };

/**
 * Files of an index that list what a company says about itself, before those that list goods, posts and pictures; those of one language
 * last, since most are not the one that is read.
 */
function indexRank(url: string): number {
  if (languageOfUrl(url) !== undefined) return 4;
  if (/page|company|about|corporate|main|static/i.test(url)) return 0;
  if (/image|video|tag|categor|author|archive|forum|user|profile/i.test(url)) return 3;
  if (/product|item|listing|post|article|blog|news/i.test(url)) return 2;
  return 1;
}

/** Text of a sitemap, unpacked where the file itself is gzip; what goes beyond the limit is cut. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isGzip ? (await readBody(Readable.from([bytes]), 'gzip', LIMITS)).bytes : bytes;
  return new TextDecoder().decode(plain);
}

class SitemapReading {
  readonly #request: SitemapRequest;
  readonly #asked = new Set<string>();
  #room = MAX_SITEMAP_URLS;

  constructor(request: SitemapRequest) {
    this.#request = request;
  }

  async readAll(urls: readonly string[]): Promise<void> {
    const room = MAX_SITEMAP_FILES - this.#asked.size;
    const wanted = [...new Set(urls)].filter((url) => this.#isWanted(url)).slice(0, Math.max(0, room));
    for (const url of wanted) this.#asked.add(url);
    await Promise.all(wanted.map((url) => this.#read(url)));
  }

  #isWanted(url: string): boolean {
    return URL.canParse(url) && !this.#asked.has(url) && siteOf(url) === this.#request.site;
  }

  async #read(url: string): Promise<void> {
    const entries = await this.#entriesOf(url);
    const pages = entries.filter((entry) => entry.kind === 'page').slice(0, this.#room);
    this.#room -= pages.length;
    this.#request.onPages(thinFolders(pages));
    const children = entries.filter((entry) => entry.kind === 'sitemap').map((entry) => entry.url);
    if (children.length > 0) await this.readAll(children.sort((a, b) => indexRank(a) - indexRank(b)));
  }

  /** A sitemap is a help, not a need: one that cannot be read is as good as none. */
  async #entriesOf(url: string): Promise<SitemapEntry[]> {
    try {
      const { fetch, signal } = this.#request;
      const response = await fetch({
        url,
        accept: 'application/xml,text/xml,text/plain;q=0.8,*/*;q=0.5',
        limits: LIMITS,
        signal,
      });
      if (response.status !== 200 || response.contentType === 'text/html') return [];
      return parseSitemap(await textOf(response.bytes), this.#room);
    } catch (error) {
      const unpacking = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
      if (error instanceof PipelineError || unpacking) return [];
      throw error;
    }
  }
}

/** Reads sitemaps, through indexes, within {@link MAX_SITEMAP_FILES} files and {@link MAX_SITEMAP_URLS} addresses. Never rejects for what a site sends. */
export async function readSitemaps(request: SitemapRequest): Promise<void> {
  await new SitemapReading(request).readAll(request.urls);
}
