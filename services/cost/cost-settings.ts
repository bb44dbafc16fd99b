import type { Prices } from '../../contracts/index.ts';
import { ConfigurationError, LIST_PRICES } from '../../contracts/index.ts';
import type { Environment } from '../environment.ts';
import { positiveVariable } from '../environment.ts';
import type { SpendLimits } from '../services.ts';

/**
 * The prices: those of the list, each taken over by its variable PRICE_…. Throws `ConfigurationError` for one that is no number above 0, and for a price of tokens in one
 * direction alone.
 */
export function pricesOf(environment: Environment, list: Prices = LIST_PRICES): Prices {
  const input_usd = positiveVariable(environment, 'PRICE_INPUT_TOKENS_USD');
  const output_usd = positiveVariable(environment, 'PRICE_OUTPUT_TOKENS_USD');
  if ((input_usd === undefined) !== (output_usd === undefined))
    throw new ConfigurationError('Tokens have a price in one direction alone.', {
      remedy: 'Set both PRICE_INPUT_TOKENS_USD and PRICE_OUTPUT_TOKENS_USD, or neither.',
    });
  return {
    transition_usd: positiveVariable(environment, 'PRICE_TRANSITION_USD') ?? list.transition_usd,
    comprehend_unit_usd: positiveVariable(environment, 'PRICE_COMPREHEND_UNIT_USD') ?? list.comprehend_unit_usd,
    textract_page_usd: positiveVariable(environment, 'PRICE_TEXTRACT_PAGE_USD') ?? list.textract_page_usd,
    ...(input_usd === undefined || output_usd === undefined ? {} : { tokens: { input_usd, output_usd } }),
  };
}

/** The limits that the variables MAX_RUN_COST_USD, DAILY_BUDGET_USD and MAX_CONCURRENT_RUNS set. Throws `ConfigurationError` for one that is no number above 0. */
export function limitsOf(environment: Environment): SpendLimits {
  const max_run_cost_usd = positiveVariable(environment, 'MAX_RUN_COST_USD');
  const daily_budget_usd = positiveVariable(environment, 'DAILY_BUDGET_USD');
  const max_concurrent_runs = positiveVariable(environment, 'MAX_CONCURRENT_RUNS');
  return {
    ...(max_run_cost_usd === undefined ? {} : { max_run_cost_usd }),
    ...(daily_budget_usd === undefined ? {} : { daily_budget_usd }),
    ...(max_concurrent_runs === undefined ? {} : { max_concurrent_runs }),
  };
}
