import { CUSTOMERS, PRICE } from './cues/customers.ts';
import { PRODUCT_NAMED } from './cues/products.ts';
import type { CompanySource, Evidence } from './evidence.ts';
import { best } from './rank.ts';
import type { Sentence } from './sentence.ts';
import { isTelling } from './sentence-quality.ts';

const MAX_SENTENCES = 4;

/**
 * What pages about products tell in running text, when no heading names a product: the sentences that open a paragraph, those that name a product before the
 * others. English pages are left to their headings, which name the products there.
 */
export function unheadedProducts(evidence: Evidence, headed: readonly { readonly sentence: Sentence }[]): Sentence[] {
  const pages = new Set(headed.map(({ sentence }) => sentence.source));
  const told = evidence.sources
    .filter(
      ({ kind, language, source }) =>
        kind === 'products' && language !== 'en' && language !== 'und' && !pages.has(source),
    )
    .flatMap(openings);
  const chosen = best(told, ({ text }) => (PRODUCT_NAMED.test(text) ? 2 : 1), MAX_SENTENCES);
  return told.filter((sentence) => chosen.includes(sentence));
}

function openings({ sentences }: CompanySource): Sentence[] {
  return sentences.filter(
    (sentence) =>
      sentence.start === 0 &&
      sentence.passage.kind !== 'quote' &&
      isTelling(sentence) &&
      !CUSTOMERS.test(sentence.text) &&
      !PRICE.test(sentence.text),
  );
}
