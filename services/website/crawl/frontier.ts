import type { PageKind } from '../../../contracts/index.ts';
import { MAX_SITEMAP_CANDIDATES } from '../limits.ts';
import type { LinkPlace } from '../page/extracted-page.ts';
import { ageFactor } from './age-factor.ts';
import { kindValue } from './kind-value.ts';
import { linkFactor } from './link-factor.ts';
import type { KindGuess } from './page-kind.ts';
import { guessKind } from './page-kind.ts';
import { cleanUrl, urlKey } from './url-identity.ts';

/** A page that could be read. */
export interface Candidate {
  readonly url: string;
  readonly key: string;
  readonly kind: PageKind;
  /** 0 to 1: how sure the kind is and how the address looks. */
  readonly weight: number;
  /** Position in which it was found: earlier links stand higher on their page. */
  readonly order: number;
}

/** Where a link was found. */
export interface Finding {
  readonly url: string;
  readonly text?: string;
  readonly place?: LinkPlace | 'sitemap';
  /** True for a page in a folder so full that it holds data (goods, entries) and not what a company says about itself. */
  readonly crowded?: boolean;
  /** Kind of what the page that has the link lists in its text: a role for a careers page. Counts where nothing else tells. */
  readonly listedAs?: PageKind;
  /** When it was changed last, YYYY-MM-DD, as a sitemap says. */
  readonly modified?: string;
  /** What the page is, where the finder knows better than its address tells. */
  readonly kind?: PageKind;
}

/** What a link's place says about its weight: a menu is the site's own choice of what matters, a sitemap is a list of everything. */
const PLACE_WEIGHT: Readonly<Record<LinkPlace | 'sitemap', number>> = {
  nav: 1,
  header: 1,
  footer: 0.96,
  main: 0.94,
  sitemap: 0.85,
};

/** How sure the kind of a page is of which only the page that lists it tells something. */
const LISTED_KIND = 0.45;

/** Weight of a page that lies below the page that lists it, as things usually are: see the guesses by folder. */
const EXPECTED_WEIGHT = 0.55;

/** What is left of the weight of a page of no known kind in a crowded folder. */
const CROWDED_FACTOR = 0.1;

/** How sure a kind is that the finder gave. */
const KNOWN_KIND = 0.9;

/** Worth below which a page is not read at all: prices a dozenth post of a blog out, and what only machines look at. */
const MIN_WORTH = 0.4;

/** Pages below one folder come one after the other only as long as nothing else is as good. */
const SAME_FOLDER_FACTOR = 0.9;

function folderOf(address: string): string {
  const url = new URL(address);
  const parts = url.pathname.split('/').filter((part) => part !== '');
  return parts.length > 1 ? `${url.host}/${parts.slice(0, -1).join('/')}` : '';
}

function guessFor({ kind, text, listedAs }: Finding, url: string): KindGuess {
  if (kind !== undefined) return { kind, confidence: KNOWN_KIND };
  const guess = guessKind(url, text);
  return guess.kind === 'other' && listedAs !== undefined ? { kind: listedAs, confidence: LISTED_KIND } : guess;
}

/** The pages found and not read yet, and the choice of the next one. */
export class Frontier {
  readonly #candidates = new Map<string, Candidate>();
  readonly #seen = new Set<string>();
  readonly #kinds = new Map<PageKind, number>();
  readonly #folders = new Map<string, number>();
  readonly #now: number;
  #order = 0;

  /** `now` is the moment from which pages are old or new. */
  constructor(now: Date) {
    this.#now = now.getTime();
  }

  /** Takes note of a link. A second finding of the same page keeps the better guess; pages seen before and worthless ones are dropped. */
  add(finding: Finding): void {
    const url = cleanUrl(finding.url);
    const key = url === undefined ? undefined : urlKey(url);
    if (url === undefined || key === undefined || this.#seen.has(key)) return;
    const candidate = this.#candidateFor(finding, url, key);
    const known = this.#candidates.get(key);
    if (candidate.weight === 0 || (known !== undefined && known.weight >= candidate.weight)) return;
    this.#candidates.set(key, known === undefined ? candidate : { ...candidate, order: known.order });
    if (this.#candidates.size > 2 * MAX_SITEMAP_CANDIDATES) this.#trim();
  }

  /** The page worth most beside what was read, and marks it as taken; undefined when none is worth more than `minWorth`. */
  next(minWorth: number = MIN_WORTH): Candidate | undefined {
    let best: Candidate | undefined;
    let bestWorth = Math.max(minWorth, MIN_WORTH);
    for (const candidate of this.#candidates.values()) {
      const worth = this.#worth(candidate);
      if (worth > bestWorth || (worth === bestWorth && best !== undefined && candidate.order < best.order)) {
        best = candidate;
        bestWorth = worth;
      }
    }
    if (best === undefined) return undefined;
    this.#candidates.delete(best.key);
    this.markSeen(best.key);
    this.count(best.kind, 1);
    this.#countFolder(best.url, 1);
    return best;
  }

  /** Worth that one more page of a kind would probably have, were it found on a page that is read now. */
  expectedWorth(kind: PageKind): number {
    return kindValue(kind, this.#kinds.get(kind) ?? 0) * EXPECTED_WEIGHT;
  }

  /** Pages that would still be worth reading. */
  get size(): number {
    return [...this.#candidates.values()].filter((candidate) => this.#worth(candidate) > MIN_WORTH).length;
  }

  /** Gives a taken page's place back: it could not be read. */
  release(candidate: Candidate): void {
    this.count(candidate.kind, -1);
    this.#countFolder(candidate.url, -1);
  }

  /** Counts a page of a kind in or out, so that the next of its kind is worth less or more. */
  count(kind: PageKind, by: 1 | -1): void {
    this.#kinds.set(kind, Math.max(0, (this.#kinds.get(kind) ?? 0) + by));
  }

  /** Whether a page was taken before; marks it when not. */
  markSeen(key: string): boolean {
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    this.#candidates.delete(key);
    return false;
  }

  #candidateFor(finding: Finding, url: string, key: string): Candidate {
    const guess = guessFor(finding, url);
    const place = PLACE_WEIGHT[finding.place ?? 'main'];
    const depth = Math.max(0, new URL(url).pathname.split('/').filter((part) => part !== '').length - 1);
    this.#order += 1;
    const crowded = finding.crowded === true && guess.kind === 'other' ? CROWDED_FACTOR : 1;
    const age = ageFactor(guess.kind, url, finding.modified, this.#now);
    const isNamed = finding.text !== undefined && guessKind('http://none.invalid/', finding.text).kind !== 'other';
    const weight = guess.confidence * place * crowded * linkFactor(url, isNamed) * age * 0.97 ** depth;
    return { url, key, kind: guess.kind, weight, order: this.#order };
  }

  #worth(candidate: Candidate): number {
    const inFolder = this.#folders.get(folderOf(candidate.url)) ?? 0;
    return (
      kindValue(candidate.kind, this.#kinds.get(candidate.kind) ?? 0) *
      candidate.weight *
      SAME_FOLDER_FACTOR ** inFolder
    );
  }

  #countFolder(url: string, by: 1 | -1): void {
    const folder = folderOf(url);
    if (folder !== '') this.#folders.set(folder, Math.max(0, (this.#folders.get(folder) ?? 0) + by));
  }

  /** Forgets the worse half, so that memory and the search for the next page stay bounded whatever a site lists. */
  #trim(): void {
    const alone = (candidate: Candidate): number => kindValue(candidate.kind, 0) * candidate.weight;
    const kept = [...this.#candidates.values()]
      .sort((a, b) => alone(b) - alone(a) || a.order - b.order)
      .slice(0, MAX_SITEMAP_CANDIDATES);
    this.#candidates.clear();
    for (const candidate of kept) this.#candidates.set(candidate.key, candidate);
  }
}
