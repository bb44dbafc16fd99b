import type { Prices } from '../services.ts';

/**
 * What AWS asked in November 2026 in US dollars, first tier, in most regions: Step Functions $25 a million state transitions, Comprehend $0.0001 a unit
 * of 100 characters. Prices of models differ by model, profile and region, so tokens are counted but not priced.
 */
export const AWS_PRICES: Prices = {
  transition_usd: 0.000_025,
  comprehend_unit_usd: 0.000_1,
  input_token_usd: 0,
  output_token_usd: 0,
};
