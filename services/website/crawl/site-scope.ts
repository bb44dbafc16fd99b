import { MAX_BOARD_ROLES } from '../limits.ts';
import type { PageLink, PageVariant } from '../page/extracted-page.ts';
import type { BoardPage } from './boards/board-address.ts';
import { boardPageOf } from './boards/board-address.ts';
import type { Finding } from './frontier.ts';
import { baseLanguage } from './language-variant.ts';
import type { PageDraft } from './page-draft.ts';
import { LanguageMap } from './site-language.ts';
import { siteOf, urlKey } from './url-identity.ts';

/** Pages in other languages that are counted; beyond that it is enough to know that there are many. */
const MAX_NOTED_PAGES = 2_000;

/** Which links belong to the company: its own site in one language, and one career board that it links. */
export class SiteScope {
  readonly site: string;
  readonly language: string | undefined;
  readonly #languages = new LanguageMap();
  readonly #otherLanguages = new Set<string>();
  #board: string | undefined;
  #boardListing = false;
  #boardRoles = 0;

  constructor(site: string, language: string | undefined) {
    this.site = site;
    this.language = language;
  }

  /** What a link is to the crawl; undefined for one that leads elsewhere, to another language, or that the site does not vouch for. */
  findingOf(link: PageLink): Finding | undefined {
    if (/\b(?:nofollow|ugc|sponsored|alternate)\b/.test(link.rel ?? '')) return undefined;
    const board = boardPageOf(link.url);
    if (board !== undefined)
      return this.#board === undefined || this.#board === board.board ? this.#boardFinding(link, board) : undefined;
    if (link.embedded === true) return undefined;
    if (siteOf(link.url) === this.site && this.#languages.isOther(link.url, this.language)) this.#note(link.url);
    return this.covers(link.url) ? { url: link.url, text: link.text, place: link.place } : undefined;
  }

  /** Whether an address is a page of the site in the language that is read. */
  covers(url: string): boolean {
    return siteOf(url) === this.site && !this.#languages.isOther(url, this.language);
  }

  /** Takes in what a page says of its variants in other languages. */
  learn(variants: readonly PageVariant[]): void {
    this.#languages.learn(variants);
    for (const { url } of variants) if (siteOf(url) === this.site && !this.covers(url)) this.#note(url);
  }

  /** Where a page that is in another language stands in the one that is read; undefined for a page in that language, and where it does not say. */
  variantOf({ url, language, variants }: Pick<PageDraft, 'url' | 'language' | 'variants'>): string | undefined {
    if (this.language === undefined || baseLanguage(language) === this.language) return undefined;
    const own = variants?.find(({ language: other }) => baseLanguage(other) === this.language);
    if (own === undefined || urlKey(own.url) === urlKey(url)) return undefined;
    this.#note(url);
    return own.url;
  }

  /** Pages of the site that were found and left out because they are in another language. */
  get otherLanguages(): number {
    return this.#otherLanguages.size;
  }

  #note(url: string): void {
    if (this.#otherLanguages.size < MAX_NOTED_PAGES) this.#otherLanguages.add(urlKey(url) ?? url);
  }

  /** Whether a page may still be taken: of a board one listing and a few roles. Takes note of it. */
  admit(url: string): boolean {
    const page = boardPageOf(url);
    if (page === undefined) return true;
    if (this.#board !== undefined && this.#board !== page.board) return false;
    this.#board = page.board;
    if (page.page === 'listing') {
      if (this.#boardListing) return false;
      this.#boardListing = true;
      return true;
    }
    this.#boardRoles += 1;
    return this.#boardRoles <= MAX_BOARD_ROLES;
  }

  /** Whether where a page ended up, after redirects, still belongs to the company. */
  accepts(url: string): boolean {
    return siteOf(url) === this.site || boardPageOf(url) !== undefined;
  }

  #boardFinding({ url, text, place }: PageLink, { page, company }: BoardPage): Finding {
    // A board inside another page has an address for machines; the list itself is what people open.
    const isFrame = /^\/embed\//.test(new URL(url).pathname) && page === 'listing';
    const shown = isFrame ? new URL(`/${company}`, url).href : url;
    return { url: shown, text, place, kind: page === 'listing' ? 'careers' : 'role' };
  }
}
