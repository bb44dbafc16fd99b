import type { HeadMetadata } from './head-metadata.ts';
import { wordsOf } from './normalize-text.ts';
import type { RawBlock } from './raw-block.ts';
import type { Thing } from './structured-data.ts';
import type { PageSubject } from './teasers.ts';

/** Longest line about the sale of an article, in characters. */
const MAX_SHOP_LINE_CHARACTERS = 90;

/** What shops say beside every article: how it is sent, paid and taken back, how many are left, what to press. */
const SHOP_LINE =
  /^(?:(?:free|fast|express|standard|economy|expedited|priority|next[- ]day|same[- ]day|worldwide|international|flat[- ]rate|home|store|(?:\d+[- ]days?)) (?:\S+ ){0,3}?(?:shipping|delivery|returns?|pick-?up)\b|shipping (?:is )?calculated|(?:estimated|expected) (?:delivery|arrival)|(?:delivery|pick-?up) (?:today|tomorrow|available|by)|(?:arrives|ships|get it|order|dispatched?) (?:by|in|within|from|today|tomorrow|between|before)\b|sold (?:and shipped )?by\b|(?:only \d+ )?(?:left )?(?:in|out of) stock\b|(?:currently|temporarily) (?:unavailable|out of stock)|price when purchased|(?:current|regular|sale|unit|your) price\b|also available at|quantity\b|size (?:guide|chart)|(?:add|added) to (?:cart|bag|basket|wish ?list|favou?rites)|(?:secure|safe) (?:checkout|payments?)|your payment information|pay in \d|\d+ interest-free|be the first to (?:review|ask)|this item is\b|in \d+\+? people(?:'|’)s carts|report an issue|visit the .{1,40} store$|(?:\(?only one option|choose your product)|kostenlose[rn]? versand|lieferzeit|auf lager|livraison (?:gratuite|offerte|standard|express)|envío (?:gratis|estándar))/i;

/** A price with little beside it, and the most words of such a line: "$129.00 was $149.00". */
const PRICE = /[$€£¥₹]\s?\d|\d\s?(?:€|EUR|USD|GBP|CHF|kr)(?!\p{L})/u;
const MAX_PRICE_WORDS = 6;

/** Pages on which prices are what is said. */
const PRICE_PAGE = /pric(?:e|ing)|plans?\b|tarif|preise|subscri|abonn/i;

/** Whether a page offers one article for sale, as its metadata says. */
export function sellsOneArticle({ meta }: HeadMetadata, things: readonly Thing[]): boolean {
  return (
    things.some(isOffered) || /^(?:og:)?product/i.test(meta.get('og:type') ?? '') || meta.has('product:price:amount')
  );
}

function isOffered({ types, fields }: Thing): boolean {
  return types.includes('product') && fields.offers !== undefined;
}

/** Leaves out what a shop says beside every article, its price included, which its metadata tells. For pages that sell one. */
export function withoutShopLines(
  blocks: readonly RawBlock[],
  { url, title }: PageSubject,
  things: readonly Thing[],
): RawBlock[] {
  const keepsPrices = PRICE_PAGE.test(`${url} ${title}`) || !things.some(isOffered);
  return blocks.filter(({ kind, text }) => {
    if (kind === 'heading' || kind === 'table_row' || text.length > MAX_SHOP_LINE_CHARACTERS) return true;
    return !SHOP_LINE.test(text) && (keepsPrices || !isPrice(text));
  });
}

function isPrice(text: string): boolean {
  return PRICE.test(text) && wordsOf(text).length <= MAX_PRICE_WORDS;
}
