import { splitWords } from '../../../text/words.ts';
import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { statedSentence } from '../claims.ts';
import type { CompanySource } from '../company-source.ts';
import { CUSTOMERS, NO_PRODUCT, PRICE, PRICE_HEADING } from '../cues/customers.ts';
import type { Evidence } from '../evidence.ts';
import { customerRows } from '../fact-rows.ts';
import { best } from '../rank.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';
import { isTelling, pointsBack } from '../sentence-quality.ts';
import { tellingSentences } from '../telling-sentences.ts';
import { unheadedProducts } from '../unheaded-products.ts';

const MAX_PRODUCTS = 4;
const MAX_CUSTOMERS = 3;

/** What they sell and to whom: each product that a heading names or that prose tells of, with the sentence that explains it, customers, prices. */
export const productsAndCustomers: SectionSelector = (evidence) => {
  const sentences = tellingSentences(evidence);
  const customers = best(sentences, (sentence) => customerScore(sentence), MAX_CUSTOMERS);
  const price = sentences.find((sentence) => isPrice(sentence));
  return [
    ...productsOf(evidence).map((product) => product.claim),
    ...unheadedProducts(evidence, productsOf(evidence)).map(statedSentence),
    ...customers.map(statedSentence),
    ...customerRows(evidence),
    ...(price ? [statedSentence(price)] : []),
  ];
};

/** A price on the page of prices, or under a heading about prices where products are told. */
function isPrice({ text, source, passage }: Sentence): boolean {
  if (source.kind !== 'page' || !PRICE.test(text)) return false;
  const isHere = source.page_kind === 'products' || source.page_kind === 'home';
  return source.page_kind === 'pricing' || (isHere && PRICE_HEADING.test(passage.headings.at(-1) ?? ''));
}

/** A product, the sentence that explains it, and the claim made of both. */
export interface Product {
  readonly name: string;
  readonly sentence: Sentence;
  readonly claim: DraftClaim;
}

/** The products that headings name and that their first sentence explains. */
export function productsOf(evidence: Evidence): Product[] {
  const pages = [...evidence.sources]
    .filter((source) => source.kind === 'home' || isProductPage(source))
    .sort((one, other) => Number(isProductPage(other)) - Number(isProductPage(one)));
  const found = pages.flatMap((source) => productsOn(source));
  const distinctNames = found.filter(
    ({ name }, position) => found.findIndex((other) => other.name === name) === position,
  );
  return distinctNames.slice(0, MAX_PRODUCTS);
}

/** A page about products, or one that no word of its address tells and that a company writing in another language calls its own: "Unsere Pumpen". */
function isProductPage({ kind, language, source }: CompanySource): boolean {
  if (kind === 'about' && WHAT_WE_DO.test(source.title)) return true;
  return kind === 'products' || (kind === 'other' && language !== 'en' && OUR_THINGS.test(source.title));
}

const WHAT_WE_DO =
  /^(?:what we (?:do|make|offer)|was wir (?:tun|machen|bieten)|ce que nous (?:faisons|proposons)|qué hacemos|cosa facciamo|o que fazemos|wat (?:wij|we) doen|vad vi gör)(?![\p{L}])/iu;
const OUR_THINGS = /^(?:unsere|nos|nuestr[oa]s|i nostri|le nostre|noss[oa]s|onze|våra|当社の|弊社の) ?\p{L}/iu;

function productsOn(source: CompanySource): Product[] {
  if (INDUSTRIES.test(source.source.title)) return [];
  return source.passages.flatMap((passage, position) => {
    const next = source.passages[position + 1];
    if (passage.kind !== 'heading' || !next || next.kind === 'heading') return [];
    const sentence = source.sentences.find((candidate) => candidate.passage === next);
    if (!sentence || !isTelling(sentence) || !isProductName(passage.text)) return [];
    if (isAbout(sentence.text, passage.text))
      return [{ name: passage.text, sentence, claim: statedSentence(sentence) }];
    if (!isProductPage(source) || pointsBack(sentence.text)) return [];
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
  const at = wholeWordAt(sentence.toLowerCase(), product.toLowerCase());
  return at >= 0 && at <= MAX_LEAD_CHARACTERS;
}

/** Where a name stands as a word of its own, or -1. Scripts without spaces set it apart by what follows alone. */
function wholeWordAt(text: string, name: string): number {
  const at = text.indexOf(name);
  const [before = '', after = ''] = [text.charAt(at - 1), text.charAt(at + name.length)];
  return at >= 0 && !isInWord(before) && !isInWord(after) ? at : -1;
}

function isInWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) && !/\p{Lo}/u.test(character);
}

/** What may stand before a product that a sentence is about, in characters: "With our new". */
const MAX_LEAD_CHARACTERS = 12;

/** Longest product name, in words. */
const MAX_NAME_WORDS = 4;

function isProductName(heading: string): boolean {
  return (
    (splitWords(heading).length <= MAX_NAME_WORDS || isShortCjk(heading)) &&
    /^[\p{Lu}\p{Lo}]/u.test(heading) &&
    !NO_PRODUCT.test(heading) &&
    !/[.!?:,。!?]$/u.test(heading)
  );
}

/** Longest product name in Chinese characters or kana, whose words no space divides, in characters. */
const MAX_CJK_NAME_CHARACTERS = 20;

function isShortCjk(heading: string): boolean {
  return /[\p{Script=Han}\p{Script=Katakana}]/u.test(heading) && heading.length <= MAX_CJK_NAME_CHARACTERS;
}

/** A number, or a name inside the sentence: "Trusted by innovative brands" tells of nobody. Japanese and Chinese have no capitals. */
const NAMES_OR_COUNTS = /\d|[\p{L},] \p{Lu}|\p{Lo}/u;

/** Pages about whom a company sells to. */
const INDUSTRIES =
  /^(?:(?:by )?industr(?:y|ies)|sectors?|markets?|use cases|branchen|secteurs|sectores|settori|setores|業界)/iu;

/** A line of a list of news is told as news. */
const STARTS_WITH_DATE = /^\W?(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d[./年-])/u;

function customerScore({ text, source }: Sentence): number {
  const place = source.kind === 'page' ? source.page_kind : 'other';
  if (place === 'news' && STARTS_WITH_DATE.test(text)) return 0;
  if (
    !CUSTOMERS.test(text) ||
    !NAMES_OR_COUNTS.test(text) ||
    pointsBack(text) ||
    place === 'careers' ||
    place === 'role'
  )
    return 0;
  return 1 + (/\d/.test(text) ? 1 : 0) + (place === 'customers' || place === 'home' || place === 'products' ? 1 : 0);
}
