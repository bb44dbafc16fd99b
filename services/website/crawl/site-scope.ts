import { MAX_BOARD_ROLES } from '../limits.ts';
import type { PageLink } from '../page/extracted-page.ts';
import type { BoardPage } from './boards/board-address.ts';
import { boardPageOf } from './boards/board-address.ts';
import type { Finding } from './frontier.ts';
import { isOtherLanguage } from './language-variant.ts';
import { siteOf } from './url-identity.ts';

/** Which links belong to the company: its own site in one language, and one career board that it links. */
export class SiteScope {
  readonly site: string;
  readonly language: string | undefined;
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
    return this.covers(link.url) ? { url: link.url, text: link.text, place: link.place } : undefined;
  }

  /** Whether an address is a page of the site in the language that is read. */
  covers(url: string): boolean {
    return siteOf(url) === this.site && !isOtherLanguage(url, this.language);
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
