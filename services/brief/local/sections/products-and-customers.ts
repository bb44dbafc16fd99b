import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { statedSentence } from '../claims.ts';
import type { CompanySource, Evidence } from '../evidence.ts';
import { best } from '../rank.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';
import { isTelling, pointsBack, tellingSentences } from '../sentence-quality.ts';

const MAX_PRODUCTS = 4;
const MAX_CUSTOMERS = 3;

const CUSTOMER =
  /\b(?:customers? (?:include|are|such)|used by|trusted by|relied on by|chosen by|clients include|work with|serves?|kunden|clients|clientes)\b|\b\d[\d.,]*\+? (?:\w+ ){0,2}(?:customers|users|companies|clients|businesses|teams|organizations|countries|shops|stores|homes|schools|hospitals)\b/i;
const PRICE = /[$€£]\s?\d|\b(?:free plan|per (?:seat|user|month)|pro Monat|par mois)\b/i;

/** What they sell and to whom: each product with the sentence that explains it, customers, prices. */
export const productsAndCustomers: SectionSelector = (evidence) => {
  const sentences = tellingSentences(evidence);
  const customers = best(sentences, (sentence) => customerScore(sentence), MAX_CUSTOMERS);
  const price = sentences.find(
    ({ text, source }) => source.kind === 'page' && source.page_kind === 'pricing' && PRICE.test(text),
  );
  return [
    ...productsOf(evidence).map((product) => product.claim),
    ...customers.map(statedSentence),
    ...(price ? [statedSentence(price)] : []),
  ];
};

/** A product, the sentence that explains it, and the claim made of both. */
export interface Product {
  readonly name: string;
  readonly sentence: Sentence;
  readonly claim: DraftClaim;
}

/** The products that headings name and that their first sentence explains. */
export function productsOf(evidence: Evidence): Product[] {
  const pages = [...evidence.sources]
    .filter(({ kind }) => kind === 'products' || kind === 'home')
    .sort((one, other) => Number(other.kind === 'products') - Number(one.kind === 'products'));
  const found = pages.flatMap((source) => productsOn(source));
  const distinctNames = found.filter(
    ({ name }, position) => found.findIndex((other) => other.name === name) === position,
  );
  return distinctNames.slice(0, MAX_PRODUCTS);
}

function productsOn(source: CompanySource): Product[] {
  return source.passages.flatMap((passage, position) => {
    const next = source.passages[position + 1];
    if (passage.kind !== 'heading' || !next || next.kind === 'heading') return [];
    const sentence = source.sentences.find((candidate) => candidate.passage === next);
    if (!sentence || !isTelling(sentence) || !isProductName(passage.text)) return [];
    if (isAbout(sentence.text, passage.text))
      return [{ name: passage.text, sentence, claim: statedSentence(sentence) }];
    if (source.kind !== 'products' || pointsBack(sentence.text)) return [];
    const claim: DraftClaim = {
      statement: `${passage.text}: ${sentence.text}`,
      basis: 'stated',
      citations: [{ passage_id: passage.passage_id }, cite(sentence)],
    };
    return [{ name: passage.text, sentence, claim }];
  });
}

/** Whether a sentence is about a product and does not just name it on the way: "Loopwright is …", "With Loopwright you …", not "Build and use Stripe here". */
function isAbout(sentence: string, product: string): boolean {
  const at = ` ${sentence.toLowerCase()} `.indexOf(` ${product.toLowerCase()} `);
  return at >= 0 && at <= MAX_LEAD_CHARACTERS;
}

/** What may stand before a product that a sentence is about, in characters: "With our new". */
const MAX_LEAD_CHARACTERS = 12;

/** Longest product name, in words. */
const MAX_NAME_WORDS = 4;

function isProductName(heading: string): boolean {
  const words = heading.split(' ');
  const generic =
    /\b(?:about|our|we|why|how|what|news|blog|contact|careers?|pricing|customers?|features?|faq|questions|resources|support|trusted|testimonials|partners?|team|products?|solutions?|platform|overview|started|ready|demo|you|your)\b/i;
  return (
    words.length <= MAX_NAME_WORDS && /^\p{Lu}/u.test(heading) && !generic.test(heading) && !/[.!?:,]$/.test(heading)
  );
}

function customerScore({ text, source }: Sentence): number {
  const place = source.kind === 'page' ? source.page_kind : 'other';
  if (!CUSTOMER.test(text) || pointsBack(text) || place === 'careers' || place === 'role') return 0;
  return 1 + (/\d/.test(text) ? 1 : 0) + (place === 'customers' || place === 'home' || place === 'products' ? 1 : 0);
}
