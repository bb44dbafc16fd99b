import { PRICE_LIST } from './price-list.ts';

/** What a million tokens cost, in US dollars. */
export interface TokenPrices {
  readonly input_usd: number;
  readonly output_usd: number;
}

/** What is paid for, in US dollars a piece. */
export interface Prices {
  readonly transition_usd: number;
  readonly comprehend_unit_usd: number;
  readonly textract_page_usd: number;
  /** Of the model that is configured, whichever it is; without them the list is asked. */
  readonly tokens?: TokenPrices;
}

/** The prices of the list: what holds when nothing is configured. */
export const LIST_PRICES: Prices = {
  transition_usd: PRICE_LIST.transition_usd,
  comprehend_unit_usd: PRICE_LIST.comprehend_unit_usd,
  textract_page_usd: PRICE_LIST.textract_page_usd,
};

/** Ids that send a request to whichever region has room: the cheaper way. */
const GLOBAL = /(?:^|\/)global\./;

/** Ids of Amazon Bedrock begin with the vendor, with or without the geography of a profile, or are ARNs that hold such an id. */
const VENDOR = 'anthropic.';

/**
 * What tokens of a model cost, by the family that its id or ARN names; undefined for one that the list does not have, such as an application inference profile, whose ARN does
 * not say which model is behind it.
 */
export function tokenPricesOf(model: string, { tokens }: Prices): TokenPrices | undefined {
  if (tokens !== undefined) return tokens;
  const listed = PRICE_LIST.models.find(({ family }) => isOfFamily(model, family));
  if (listed === undefined) return undefined;
  const factor = GLOBAL.test(model) ? 1 : PRICE_LIST.regional_factor;
  return { input_usd: listed.input_usd * factor, output_usd: listed.output_usd * factor };
}

/** `claude-opus-4-5` is not in `claude-opus-4-55`, and no claude is in an id of another vendor's endpoint. */
function isOfFamily(model: string, family: string): boolean {
  const start = model.indexOf(VENDOR + family);
  if (start < 0) return false;
  const next = model.charAt(start + VENDOR.length + family.length);
  return next === '' || next === ':' || /^-(?:v\d|\d{8})/.test(model.slice(start + VENDOR.length + family.length));
}
