import type { HeadMetadata } from './head-metadata.ts';
import type { RawBlock } from './raw-block.ts';
import type { Thing } from './structured-data.ts';

/** Longest line about the sale of an article, in characters. */
const MAX_SHOP_LINE_CHARACTERS = 90;

/** What shops say beside every article: how it is sent, paid and taken back, how many are left, what to press. */
const SHOP_LINE =
  /^(?:(?:free|fast|express|standard|economy|expedited|priority|next[- ]day|same[- ]day|worldwide|international|flat[- ]rate|home|store|(?:\d+[- ]days?)) (?:\S+ ){0,3}?(?:shipping|delivery|returns?|pick-?up)\b|shipping (?:is )?calculated|(?:estimated|expected) (?:delivery|arrival)|(?:delivery|pick-?up) (?:today|tomorrow|available|by)|(?:arrives|ships|get it|order|dispatched?) (?:by|in|within|from|today|tomorrow|between|before)\b|sold (?:and shipped )?by\b|(?:only \d+ )?(?:left )?(?:in|out of) stock\b|(?:currently|temporarily) (?:unavailable|out of stock)|price when purchased|(?:current|regular|sale|unit|your) price\b|also available at|quantity\b|size (?:guide|chart)|(?:add|added) to (?:cart|bag|basket|wish ?list|favou?rites)|(?:secure|safe) (?:checkout|payments?)|your payment information|pay in \d|\d+ interest-free|be the first to (?:review|ask)|this item is\b|in \d+\+? people(?:'|’)s carts|report an issue|visit the .{1,40} store$|(?:\(?only one option|choose your product)|kostenlose[rn]? versand|lieferzeit|auf lager|livraison (?:gratuite|offerte|standard|express)|envío (?:gratis|estándar))/i;

/** Whether a page offers one article for sale, as its metadata says. */
export function sellsOneArticle({ meta }: HeadMetadata, things: readonly Thing[]): boolean {
  const isArticle = things.some(({ types, fields }) => types.includes('product') && fields.offers !== undefined);
  return isArticle || /^(?:og:)?product/i.test(meta.get('og:type') ?? '') || meta.has('product:price:amount');
}

/** Leaves out what a shop says beside every article. For pages that sell one. */
export function withoutShopLines(blocks: readonly RawBlock[]): RawBlock[] {
  return blocks.filter(
    ({ kind, text }) =>
      kind === 'heading' || kind === 'table_row' || text.length > MAX_SHOP_LINE_CHARACTERS || !SHOP_LINE.test(text),
  );
}
