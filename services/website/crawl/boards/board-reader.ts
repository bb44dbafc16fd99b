import { PipelineError } from '../../../../contracts/index.ts';
import type { PoliteFetch } from '../../fetch/polite-fetch.ts';
import { MAX_BOARD_BYTES } from '../../limits.ts';
import { isoDate } from '../../page/dates.ts';
import { extractPage } from '../../page/extract-page.ts';
import { asObject, parseJson } from '../../page/json-values.ts';
import type { RobotsGate } from '../../robots/robots-gate.ts';
import type { PageDraft } from '../page-draft.ts';
import { urlKey } from '../url-identity.ts';
import { ashby } from './ashby.ts';
import type { BoardPage, BoardService } from './board-address.ts';
import { boardPageOf } from './board-address.ts';
import { listingHtml, roleHtml } from './board-html.ts';
import type { BoardApi, BoardRole } from './board-role.ts';
import { greenhouse } from './greenhouse.ts';
import { lever } from './lever.ts';
import { workable } from './workable.ts';

const APIS: Readonly<Record<BoardService, BoardApi>> = { greenhouse, lever, ashby, workable };

/** What reading a board needs. */
export interface BoardReading {
  readonly fetch: PoliteFetch;
  readonly robots: RobotsGate;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

interface Board {
  readonly name: string;
  readonly roles: readonly BoardRole[];
}

const LIMITS = { wireBytes: MAX_BOARD_BYTES, bytes: MAX_BOARD_BYTES };

/**
 * Reads career boards through the interfaces in which their services publish open roles: one request for all of them, descriptions included, also where the
 * board's own pages show nothing without scripts.
 */
export class BoardReader {
  readonly #reading: BoardReading;
  readonly #boards = new Map<string, Promise<Board | undefined>>();

  constructor(reading: BoardReading) {
    this.#reading = reading;
  }

  /** The page of a board: its list of roles, or one of them. Undefined for any other address, and where the interface gives nothing of it. */
  async read(url: string): Promise<PageDraft | undefined> {
    const page = boardPageOf(url);
    if (page === undefined) return undefined;
    const loading = this.#boards.get(page.board) ?? this.#load(page, url);
    this.#boards.set(page.board, loading);
    const board = await loading;
    if (board === undefined) return undefined;
    if (page.page === 'listing') return this.#draft(url, listingHtml(board.name || page.company, board.roles), '');
    const role = board.roles.find((each) => urlKey(each.url) === urlKey(withoutForm(url)));
    return role === undefined ? undefined : this.#draft(role.url, roleHtml(role), role.published);
  }

  #draft(url: string, html: string, published: string | number): PageDraft {
    const { title, blocks, links, hidden } = extractPage(html, url);
    const date = typeof published === 'number' ? new Date(published).toISOString().slice(0, 10) : isoDate(published);
    return {
      url,
      title,
      blocks,
      links,
      ...(hidden && { hidden }),
      ...(date && { published_at: date }),
      warnings: [],
      fetched_at: this.#reading.now().toISOString(),
    };
  }

  /** A board whose interface cannot be read is left to its pages. */
  async #load(page: BoardPage, url: string): Promise<Board | undefined> {
    const { fetch, robots, signal } = this.#reading;
    const api = APIS[page.service];
    const address = api.addressOf(page, new URL(url).hostname);
    if (address === undefined) return undefined;
    const asked = besideAddress(address, url);
    try {
      await robots.ensureAllowed(asked, signal);
      const response = await fetch({ url: asked, accept: 'application/json', limits: LIMITS, signal });
      if (response.status !== 200 || response.truncated) return undefined;
      return boardOf(api, parseJson(new TextDecoder().decode(response.bytes)), page, url);
    } catch (error) {
      if (error instanceof PipelineError) return undefined;
      throw error;
    }
  }
}

function boardOf(api: BoardApi, answer: unknown, page: BoardPage, url: string): Board | undefined {
  const roles = api.rolesIn(answer).flatMap((entry) => {
    const role = api.roleOf(asObject(entry) ?? {}, page);
    const isUsable = role !== undefined && role.title !== '' && URL.canParse(role.url);
    return isUsable ? [{ ...role, url: besideAddress(role.url, url) }] : [];
  });
  return roles.length === 0 ? undefined : { name: api.nameIn(answer), roles: mixedByDepartment(roles) };
}

/** One role of each department after the other, so that the first few are not all of one. */
function mixedByDepartment(roles: readonly BoardRole[]): BoardRole[] {
  const places = new Map<BoardRole, number>();
  for (const ofOne of Map.groupBy(roles, ({ department }) => department).values())
    for (const [place, role] of ofOne.entries()) places.set(role, place);
  return roles.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

/** A service's address as it is seen from a board: on the user's own machine, where boards have a port, with the same scheme and port. */
function besideAddress(address: string, board: string): string {
  const [url, { protocol, port }] = [new URL(address), new URL(board)];
  if (port === '') return url.href;
  url.protocol = protocol;
  url.port = port;
  return url.href;
}

/** A role's page without the form to apply that stands behind it. */
function withoutForm(url: string): string {
  return url.replace(/\/(?:apply|application)\/?(?:\?.*)?$/, '');
}
