import type { PageKind } from '../../../contracts/index.ts';
import type { PageContent } from '../website-reader.ts';
import { kindRank } from './kind-value.ts';
import type { Copy } from './left-out.ts';
import type { PageSketch } from './near-duplicate.ts';
import { isNearDuplicate, overlapOf, sketchOf } from './near-duplicate.ts';
import type { PageDraft } from './page-draft.ts';
import { dropRepeatedBlocks } from './repeated-blocks.ts';
import { urlKey } from './url-identity.ts';

/** A page that was read, with what it is. */
export interface ReadPage {
  readonly draft: PageDraft;
  readonly kind: PageKind;
  /** How good a page of its kind it seemed when it was chosen. */
  readonly weight: number;
  readonly warnings: readonly string[];
}

/** Overlap from which a page that names another one as its canonical address is believed; sites that name their home page everywhere are not. */
const CANONICAL_OVERLAP = 0.5;

function contentOf({ draft, kind, warnings }: ReadPage): PageContent {
  const { links: _links, canonical_url: _canonical, variants: _variants, warnings: own, ...content } = draft;
  return { ...content, page_kind: kind, warnings: [...warnings, ...own] };
}

/** The pages read so far; knows a copy when it comes. */
export class PageCollection {
  readonly #pages: ReadPage[] = [];
  readonly #sketches = new Map<string, PageSketch>();
  readonly #copies: Copy[] = [];

  /** Pages that were not taken in because they are copies. */
  get copies(): readonly Copy[] {
    return this.#copies;
  }

  get size(): number {
    return this.#pages.length;
  }

  /** Takes a page in; false when one like it is there already. */
  add(page: ReadPage): boolean {
    const key = urlKey(page.draft.url) ?? page.draft.url;
    const sketch = sketchOf(page.draft.title, page.draft.blocks);
    if (this.#sketches.has(key) || this.#isCopy(page.draft, sketch)) return false;
    this.#sketches.set(key, sketch);
    this.#pages.push(page);
    return true;
  }

  /**
   * The pages by rank: home first, then by what they are worth to an interviewee; what repeats over the site is dropped. `notes` about the site as a whole stand with
   * the first page.
   */
  ranked(notes: readonly string[] = []): PageContent[] {
    const sorted = [...this.#pages].sort((a, b) => kindRank(a.kind) - kindRank(b.kind) || b.weight - a.weight);
    const [first, ...others] = dropRepeatedBlocks(sorted.map(contentOf));
    return first === undefined ? [] : [{ ...first, warnings: [...first.warnings, ...notes] }, ...others];
  }

  #isCopy({ url, canonical_url }: PageDraft, sketch: PageSketch): boolean {
    const canonical = canonical_url === undefined ? undefined : this.#sketches.get(urlKey(canonical_url) ?? '');
    const isNamed = canonical !== undefined && overlapOf(canonical, sketch) >= CANONICAL_OVERLAP;
    const alike = isNamed ? canonical : [...this.#sketches.values()].find((known) => isNearDuplicate(known, sketch));
    if (alike === undefined) return false;
    const kept = this.#pages.find(({ draft }) => this.#sketches.get(urlKey(draft.url) ?? draft.url) === alike);
    this.#copies.push({ url, kept: kept?.draft.url ?? url, by: isNamed ? 'canonical' : 'text' });
    return true;
  }
}
