import type { CompanySource } from './company-source.ts';
import { CUSTOMERS, PRICE } from './cues/customers.ts';
import { PRODUCT_NAMED } from './cues/products.ts';
import type { Evidence } from './evidence.ts';
import { best } from './rank.ts';
import type { Sentence } from './sentence.ts';
import { isTelling } from './sentence-quality.ts';

const MAX_SENTENCES = 4;

/**
 * What pages about products tell in running text, when no heading names a product: the sentences that open a paragraph, those that name a product before the
 * others. English pages are left to their headings, which name the products there.
 */
export function unheadedProducts(evidence: Evidence, headed: readonly HeadedProduct[]): Sentence[] {
  const foreign = evidence.sources.filter(({ language }) => language !== 'en' && language !== 'und');
  const told = [
    ...foreign.filter((page) => page.kind === 'products' && !isToldBy(page, headed)).flatMap(openings),
    ...foreign
      .filter(({ kind }) => kind === 'home')
      .flatMap(openings)
      .filter(({ text }) => PRODUCT_NAMED.test(text) && !headed.some(({ name }) => text.includes(name))),
  ];
  const chosen = best(told, ({ text }) => (PRODUCT_NAMED.test(text) ? 2 : 1), MAX_SENTENCES);
  return told.filter((sentence) => chosen.includes(sentence));
}

/** A product that a heading names. */
interface HeadedProduct {
  readonly name: string;
  readonly sentence: Sentence;
}

/** Whether a page's products are told already: by its own headings, or because it is the page of one of them. */
function isToldBy({ source, passages }: CompanySource, headed: readonly HeadedProduct[]): boolean {
  return headed.some(
    ({ name, sentence }) =>
      sentence.source === source || passages.some(({ kind, text }) => kind === 'heading' && text.includes(name)),
  );
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
