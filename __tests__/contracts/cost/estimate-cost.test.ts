import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Prices, Use } from '../../../contracts/index.ts';
import {
  addUse,
  estimateCost,
  LIST_PRICES,
  PRICE_LIST,
  subtractUse,
  tokenPricesOf,
  USE_COUNTS,
} from '../../../contracts/index.ts';

const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';

/** Largest count of a use: a million runs' worth of tokens stays exact. */
const MAX_COUNT = 10_000_000;

/** Any use: of the input tokens some are of a cache. */
const anyUse: fc.Arbitrary<Use> = fc
  .record(
    Object.fromEntries(USE_COUNTS.map((name) => [name, fc.nat(MAX_COUNT)])) as Record<keyof Use, fc.Arbitrary<number>>,
  )
  .map((use) => ({ ...use, input_tokens: use.input_tokens + use.cache_read_tokens + use.cache_write_tokens }));

describe('the estimate of a cost', () => {
  test('is that of the parts together: nothing is gained by counting in one or in many', () => {
    fc.assert(
      fc.property(anyUse, anyUse, (one, other) => {
        const together = estimateCost(addUse(one, other), LIST_PRICES, HAIKU).cost_usd;
        const apart = estimateCost(one, LIST_PRICES, HAIKU).cost_usd + estimateCost(other, LIST_PRICES, HAIKU).cost_usd;
        expect(together).toBeCloseTo(apart, 6);
      }),
    );
  });

  test('never falls when more is used, and never lies below nothing', () => {
    fc.assert(
      fc.property(anyUse, anyUse, (use, more) => {
        const less = estimateCost(use, LIST_PRICES, HAIKU).cost_usd;
        expect(less).toBeGreaterThanOrEqual(0);
        expect(estimateCost(addUse(use, more), LIST_PRICES, HAIKU).cost_usd).toBeGreaterThanOrEqual(less - 1e-9);
      }),
    );
  });

  test('takes back what was counted before, whatever else was', () => {
    fc.assert(
      fc.property(anyUse, anyUse, (one, other) => {
        expect(subtractUse(addUse(one, other), other)).toEqual(addUse(one, {}));
      }),
    );
  });

  test('adds units, pages and tokens at their prices', () => {
    // Act: ten thousand characters three times, twenty pages, four calls of a model.
    const { cost_usd, unpriced } = estimateCost(
      { comprehend_units: 300, textract_pages: 20, input_tokens: 96_000, output_tokens: 16_000 },
      LIST_PRICES,
      HAIKU,
    );

    // Assess: 0.03 + 0.03 + 0.096 + 0.08
    expect(cost_usd).toBeCloseTo(0.236, 9);
    expect(unpriced).toBeUndefined();
  });

  test('takes cached tokens at their share of an input token', () => {
    // Act
    const plain = estimateCost({ input_tokens: 1_000_000 }, LIST_PRICES, HAIKU).cost_usd;
    const cached = estimateCost(
      { input_tokens: 1_000_000, cache_read_tokens: 600_000, cache_write_tokens: 400_000 },
      LIST_PRICES,
      HAIKU,
    ).cost_usd;

    // Assess
    expect(plain).toBeCloseTo(1, 9);
    expect(cached).toBeCloseTo(0.6 * 0.1 + 0.4 * 1.25, 9);
  });

  test('names tokens that have no price, and counts everything else', () => {
    // Act
    const estimate = estimateCost({ comprehend_units: 10, input_tokens: 5 }, LIST_PRICES, 'acme.quill-9');

    // Assess
    expect(estimate.cost_usd).toBeCloseTo(0.001, 9);
    expect(estimate.unpriced).toBe('tokens of acme.quill-9');
  });

  test('says nothing of a model that took no tokens', () => {
    expect(estimateCost({ textract_pages: 1 }, LIST_PRICES, 'acme.quill-9')).toEqual({ cost_usd: 0.001_5 });
  });
});

describe('the price of a model', () => {
  test.each([
    ['a global profile', HAIKU, 1, 5],
    ['a profile of one geography', 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1, 5.5],
    ['the model by itself', 'anthropic.claude-sonnet-4-6', 3.3, 16.5],
    ['a version without a date', 'global.anthropic.claude-opus-4-6-v1', 5, 25],
    [
      'the ARN of a profile',
      'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/global.anthropic.claude-opus-4-7',
      5,
      25,
    ],
    ['an ARN without account', 'inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.3, 16.5],
  ])('is found for %s', (_, model, input, output) => {
    const found = tokenPricesOf(model, LIST_PRICES);
    expect(found?.input_usd).toBeCloseTo(input, 9);
    expect(found?.output_usd).toBeCloseTo(output, 9);
  });

  test.each([
    ['a later generation', 'global.anthropic.claude-haiku-4-55'],
    ['a version of another number', 'anthropic.claude-opus-4-5-5'],
    ['an application profile', 'application-inference-profile/a1b2c3d4e5f6'],
    ['another vendor', 'openweights.claude-haiku-4-5'],
    ['no model', ''],
  ])('is not guessed for %s', (_, model) => {
    expect(tokenPricesOf(model, LIST_PRICES)).toBeUndefined();
  });

  test('is the one that is configured, whatever the model', () => {
    // Prepare
    const prices: Prices = { ...LIST_PRICES, tokens: { input_usd: 0.4, output_usd: 2 } };

    // Assess
    expect(tokenPricesOf('acme.quill-9', prices)).toEqual({ input_usd: 0.4, output_usd: 2 });
    expect(tokenPricesOf(HAIKU, prices)).toEqual({ input_usd: 0.4, output_usd: 2 });
  });
});

test('the list says of which day it is', () => {
  expect(Date.parse(PRICE_LIST.date)).not.toBeNaN();
  expect(Object.values(LIST_PRICES).every((price) => price > 0)).toBe(true);
});
