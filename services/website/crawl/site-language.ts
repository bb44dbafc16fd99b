import type { PageVariant } from '../page/extracted-page.ts';
import { baseLanguage, languageOfUrl } from './language-variant.ts';
import type { PageDraft } from './page-draft.ts';
import { urlKey } from './url-identity.ts';

/**
 * The one language in which a site is read: that of the page that was named, since it is what the company shows there. It is told by the page's own entry among
 * its variants, its address, or what it declares; where nothing tells, by the variant that the site gives those of no language of its own (`x-default`), else English
 * where there is such a variant. Undefined when a site says nothing about languages.
 */
export function languageOfSite(home: Pick<PageDraft, 'url' | 'language' | 'variants'>): string | undefined {
  const variants = home.variants ?? [];
  const own = variants.find((variant) => isNamed(variant) && urlKey(variant.url) === urlKey(home.url));
  const told = own?.language ?? languageOfUrl(home.url) ?? home.language;
  if (told !== undefined) return baseLanguage(told);
  const fallback = variants.find(({ language }) => language === 'x-default')?.url;
  const sameAsFallback = variants.find((variant) => isNamed(variant) && variant.url === fallback);
  return baseLanguage((sameAsFallback ?? variants.find(({ language }) => baseLanguage(language) === 'en'))?.language);
}

function isNamed({ language }: PageVariant): boolean {
  return language !== 'x-default';
}

/** Addresses remembered of variants: a site of fifty read pages in thirty languages. */
const MAX_KNOWN_VARIANTS = 2_000;

/** What the pages of a site say about the languages of its addresses, where the addresses themselves may say nothing. */
export class LanguageMap {
  readonly #languages = new Map<string, string>();

  /** Takes in the variants that a page names. An address that is the variant for several languages has none of its own. */
  learn(variants: readonly PageVariant[]): void {
    for (const { url, language } of variants.filter(isNamed)) {
      const [key, base] = [urlKey(url), baseLanguage(language)];
      if (key === undefined || base === undefined || this.#languages.size >= MAX_KNOWN_VARIANTS) continue;
      const known = this.#languages.get(key);
      this.#languages.set(key, known === undefined || known === base ? base : SEVERAL);
    }
  }

  /** Whether an address is a page in another language than `wanted`. */
  isOther(address: string, wanted: string | undefined): boolean {
    if (wanted === undefined) return false;
    const told = this.#languages.get(urlKey(address) ?? '');
    const language = told === undefined || told === SEVERAL ? languageOfUrl(address) : told;
    return language !== undefined && language !== wanted;
  }
}

const SEVERAL = '';
