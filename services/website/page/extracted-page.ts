import type { Block, HiddenText } from '../../../contracts/index.ts';

/** Where on a page a link stands: in a navigation, the page's header or footer, or anywhere else. */
export type LinkPlace = 'nav' | 'header' | 'footer' | 'main';

/** A link of a page that a crawler could follow. */
export interface PageLink {
  /** Absolute, http or https, without fragment. */
  readonly url: string;
  /** What a visitor reads as the link, else its label or the image's alternative text; may be empty. */
  readonly text: string;
  /** The `rel` attribute in lower case, when there is one. */
  readonly rel?: string;
  readonly place: LinkPlace;
  /** True for what the page shows inside itself or runs (frames, scripts), which is no link that a visitor follows. */
  readonly embedded?: true;
}

/** The same page in a language, as the page itself says (`<link rel="alternate" hreflang>`). */
export interface PageVariant {
  /** BCP 47 tag in lower case, or `x-default` for visitors of no language of the site's. */
  readonly language: string;
  /** Absolute. */
  readonly url: string;
}

/** What a page tells crawlers in its robots meta elements. */
export interface RobotsMeta {
  readonly noindex: boolean;
  readonly nofollow: boolean;
}

/** A page as a visitor reads it: its main text as blocks, what is said about it in metadata, what was hidden, where it leads. */
export interface ExtractedPage {
  /** The page's own title, without the site's name where that can be told; empty when the page has none. */
  readonly title: string;
  readonly description?: string;
  /** BCP 47 tag as the page declares it. */
  readonly language?: string;
  readonly canonical_url?: string;
  readonly site_name?: string;
  /** The languages that the page says it is there in, itself among them. */
  readonly variants: readonly PageVariant[];
  /** YYYY-MM-DD as the page says it was published; never a copyright year, never the date of a change. */
  readonly published_at?: string;
  /** Main text in reading order, normalized, then blocks of kind `metadata` for what only metadata says. */
  readonly blocks: readonly Block[];
  /** Text that a visitor would not see; it is in no block. */
  readonly hidden?: HiddenText;
  /** Every link of the page once per place, in the order of the page. */
  readonly links: readonly PageLink[];
  /** Where a `<meta http-equiv="refresh">` leads, absolute. */
  readonly meta_refresh_url?: string;
  readonly robots: RobotsMeta;
  /** Length in UTF-16 code units of the text of all visible blocks, metadata left out. */
  readonly text_characters: number;
  /** True when the page shows next to nothing without running its scripts. */
  readonly script_shell: boolean;
  /** Sentences for the reader of the source list. */
  readonly warnings: readonly string[];
}
