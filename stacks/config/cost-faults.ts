import type { z } from 'zod';
import type { TokenPrices } from '../../contracts/cost/prices.ts';
import { LIST_PRICES, tokenPricesOf } from '../../contracts/cost/prices.ts';
import type { DeployConfigSchema } from './schema.ts';

/** What of the configuration decides about cost. */
export type CostSettings = Pick<z.output<typeof DeployConfigSchema>, 'limits' | 'prices' | 'model'>;

/** What the settings of cost say about one another, each fault in a sentence; empty when they agree. */
export function costFaults({ limits, prices, model }: CostSettings): string[] {
  const { maxRunCostUsd, dailyBudgetUsd } = limits;
  const { inputTokensPerMillionUsd: input, outputTokensPerMillionUsd: output } = prices;
  const faults: string[] = [];
  if ((input === null) !== (output === null))
    faults.push('prices: tokens have a price in one direction alone; allowed: both, or neither');
  if (dailyBudgetUsd !== null && maxRunCostUsd === null)
    faults.push(
      'limits.dailyBudgetUsd: cannot be kept when a run may cost anything; allowed: with limits.maxRunCostUsd',
    );
  if (dailyBudgetUsd !== null && maxRunCostUsd !== null && dailyBudgetUsd < maxRunCostUsd)
    faults.push('limits.dailyBudgetUsd: has no room for one run; allowed: a number not below limits.maxRunCostUsd');
  if (maxRunCostUsd !== null && modelPrices({ prices, model }) === undefined)
    faults.push(
      `limits.maxRunCostUsd: cannot be kept without a price for ${model.inferenceProfileId ?? model.id}, which is not in the price list; allowed: with prices.inputTokensPerMillionUsd and prices.outputTokensPerMillionUsd, or null`,
    );
  return faults;
}

/** What the model's tokens cost: as configured, or by the list, of which the model's id tells more than that of an application inference profile. */
export function modelPrices({ prices, model }: Pick<CostSettings, 'prices' | 'model'>): TokenPrices | undefined {
  const { inputTokensPerMillionUsd: input_usd, outputTokensPerMillionUsd: output_usd } = prices;
  if (input_usd !== null && output_usd !== null) return { input_usd, output_usd };
  return tokenPricesOf(model.inferenceProfileId ?? model.id, LIST_PRICES) ?? tokenPricesOf(model.id, LIST_PRICES);
}
