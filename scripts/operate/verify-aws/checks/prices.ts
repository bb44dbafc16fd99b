import { PRICE_LIST } from '../../../../contracts/cost/price-list.ts';
import type { ListedPrice } from '../../../../services/operator/prices.ts';
import type { Answer, FactContext } from '../fact.ts';
import { confirmed, different, unknown } from '../fact.ts';

/** Dollars by which two prices may differ and be the same: the list writes up to ten decimals. */
const SAME_USD = 1e-9;

/** A price that estimates are made of, and where AWS lists it. */
interface AssumedPrice {
  readonly what: string;
  readonly usd: number;
  readonly service: string;
  /** What the usage type or the description of its row says. */
  readonly row: RegExp;
}

const PRICES: readonly AssumedPrice[] = [
  { what: 'a state transition', usd: PRICE_LIST.transition_usd, service: 'AmazonStates', row: /StateTransition/i },
  {
    what: 'a unit of Comprehend',
    usd: PRICE_LIST.comprehend_unit_usd,
    service: 'comprehend',
    row: /(?<!Custom)(?<!Targeted)(DetectEntities|DetectKeyPhrases|DetectSentiment|DetectDominantLanguage)/i,
  },
  {
    what: 'a page of Textract',
    usd: PRICE_LIST.textract_page_usd,
    service: 'AmazonTextract',
    row: /DetectDocumentText|DetectText/i,
  },
];

/** The prices that estimates are made of are those of the list, in the region of the list. */
export async function pricesAreListed({ aws }: FactContext): Promise<Answer> {
  const outcomes = await Promise.all(
    PRICES.map(async (price) => compare(price, await aws.listPrices(price.service, PRICE_LIST.region))),
  );
  const found = outcomes.map(({ says }) => says).join('; ');
  if (outcomes.some(({ same }) => same === false))
    return different(found, 'Correct contracts/cost/price-list.ts and its date.');
  if (outcomes.some(({ same }) => same === undefined))
    return unknown(found, 'Compare contracts/cost/price-list.ts with the pricing pages of the services by eye.');
  return confirmed(`${found}, as in contracts/cost/price-list.ts`);
}

/** `same` is undefined when the list has no row that is recognized. */
function compare(
  { what, usd, row }: AssumedPrice,
  listed: readonly ListedPrice[],
): { readonly says: string; readonly same?: boolean } {
  const rows = listed.filter(
    ({ usage_type, description, usd: dollars }) => dollars > 0 && (row.test(usage_type) || row.test(description)),
  );
  const [first] = rows;
  if (first === undefined) return { says: `no row of ${listed.length} is ${what}` };
  const match = rows.find((each) => Math.abs(each.usd - usd) < SAME_USD);
  return { says: `${what} is $${(match ?? first).usd} ("${(match ?? first).description}")`, same: match !== undefined };
}
