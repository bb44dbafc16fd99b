import type { PricingClient } from '@aws-sdk/client-pricing';
import { GetProductsCommand } from '@aws-sdk/client-pricing';
import { z } from 'zod';
import { askAws } from './ask-aws.ts';

/** A price of AWS's list, for the first of its tiers. */
export interface ListedPrice {
  /** In words: "$0.0015 per page for …". */
  readonly description: string;
  readonly usage_type: string;
  readonly usd: number;
}

/** The prices on demand of a service in a region, first tier. Throws `PermissionDeniedError`, `TransientUpstreamError`. */
export type ListPrices = (service_code: string, region: string) => Promise<readonly ListedPrice[]>;

/** Most pages of products: the services in question have below five hundred in a region, a hundred a page. */
const MAX_PAGES = 10;

/** The part of a product of the price list that is read. */
const Product = z.object({
  product: z.object({ attributes: z.object({ usagetype: z.string().default('') }) }),
  terms: z.object({
    OnDemand: z
      .record(
        z.string(),
        z.object({
          priceDimensions: z.record(
            z.string(),
            z.object({
              description: z.string().default(''),
              beginRange: z.string().default('0'),
              pricePerUnit: z.object({ USD: z.coerce.number() }).partial(),
            }),
          ),
        }),
      )
      .default({}),
  }),
});

/** Prices by the price list of AWS, whose endpoint stands in us-east-1. */
export function createListPrices(client: PricingClient): ListPrices {
  return async (ServiceCode, region) => {
    const prices: ListedPrice[] = [];
    let NextToken: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const Filters = [{ Type: 'TERM_MATCH' as const, Field: 'regionCode', Value: region }];
      const { PriceList = [], NextToken: next } = await askAws(
        { action: 'pricing:GetProducts', resource: '*' },
        (options) => client.send(new GetProductsCommand({ ServiceCode, Filters, NextToken }), options),
      );
      prices.push(...(PriceList as readonly unknown[]).flatMap((product) => firstTier(String(product))));
      if (next === undefined) return prices;
      NextToken = next;
    }
    return prices;
  };
}

function firstTier(text: string): ListedPrice[] {
  const { product, terms } = Product.parse(JSON.parse(text));
  return Object.values(terms.OnDemand)
    .flatMap(({ priceDimensions }) => Object.values(priceDimensions))
    .flatMap(({ description, beginRange, pricePerUnit: { USD: usd } }) =>
      beginRange === '0' && usd !== undefined ? [{ description, usage_type: product.attributes.usagetype, usd }] : [],
    );
}
