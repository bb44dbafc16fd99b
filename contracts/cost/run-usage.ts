import { z } from 'zod';
import { Use } from './use.ts';

/**
 * What a run used, with everything that was tried again: paid for once is counted once, also when a stored result is used another time. The cost is an
 * estimate by list prices, 0 where every part is on one machine.
 */
export const RunUsage = Use.omit({ cache_read_tokens: true, cache_write_tokens: true }).extend({
  transitions: z
    .number()
    .int()
    .nonnegative()
    .describe('State transitions that Step Functions bills, retries included.'),
  estimated_cost_usd: z.number().nonnegative().describe('US dollars by list prices, without what unpriced names.'),
  unpriced: z
    .array(z.string().max(300))
    .describe('What was used and has no price, such as the tokens of a model that is not in the price list.'),
});

/** What a run used. */
export type RunUsage = z.infer<typeof RunUsage>;
