import { PRICE_LIST } from './price-list.ts';
import type { Prices } from './prices.ts';
import { tokenPricesOf } from './prices.ts';
import type { UseCounts } from './use.ts';

/** What something costs, as far as it has a price. */
export interface Estimate {
  readonly cost_usd: number;
  /** What has no price and is not in it: `tokens of vendor.model`. */
  readonly unpriced?: string;
}

const TOKENS_PER_PRICE = 1_000_000;

/**
 * What a use costs by the prices: units, pages and tokens times their price, cached tokens as their share of an input token. It is additive and never falls as a count
 * grows. Tokens of a model without a price are named, never taken to be free.
 *
 * @param model the model that took the tokens, by its id or ARN
 */
export function estimateCost(use: UseCounts, prices: Prices, model?: string): Estimate {
  const { comprehend_units = 0, textract_pages = 0, input_tokens = 0, output_tokens = 0 } = use;
  const priced = comprehend_units * prices.comprehend_unit_usd + textract_pages * prices.textract_page_usd;
  if (input_tokens + output_tokens === 0) return { cost_usd: priced };
  const tokens = tokenPricesOf(model ?? '', prices);
  if (tokens === undefined) return { cost_usd: priced, unpriced: `tokens of ${model ?? 'an unnamed model'}` };
  const cost = (equivalentInput(use) * tokens.input_usd + output_tokens * tokens.output_usd) / TOKENS_PER_PRICE;
  return { cost_usd: priced + cost };
}

/** Input tokens, those of a cache as what they cost of a fresh one. */
function equivalentInput({ input_tokens = 0, cache_read_tokens = 0, cache_write_tokens = 0 }: UseCounts): number {
  const fresh = Math.max(0, input_tokens - cache_read_tokens - cache_write_tokens);
  return fresh + cache_read_tokens * PRICE_LIST.cache_read_factor + cache_write_tokens * PRICE_LIST.cache_write_factor;
}

/** Dollars as they are stored and shown, to a millionth: sums of many small amounts end in digits that mean nothing. */
export function toMicroDollars(usd: number): number {
  return Math.round(usd * 1_000_000) / 1_000_000;
}
