import { QuotaExceededError } from '../../contracts/index.ts';
import { toDollars } from './dollars.ts';

/** What kept a call from being made. Amounts are US dollars. */
export interface RunCost {
  readonly spent_usd: number;
  /** The most that the next call could cost. */
  readonly next_usd: number;
  readonly max_run_cost_usd: number;
  /** What of it this step may use: steps before the writing leave the rest to it. */
  readonly allowed_usd: number;
}

/** The next call could make a run cost more than it may. The same by name as any `QuotaExceededError`; a class of its own, because a step can go on without the call. */
export class RunCostLimitError extends QuotaExceededError {
  constructor({ spent_usd, next_usd, max_run_cost_usd, allowed_usd }: RunCost) {
    const share =
      allowed_usd < max_run_cost_usd ? `, of which reading and analysis may use ${toDollars(allowed_usd)}` : '';
    super(
      `The run may cost ${toDollars(max_run_cost_usd)}${share}; it has cost ${toDollars(spent_usd)}, and the next call could cost ${toDollars(next_usd)}, so it was not made.`,
      {
        remedy:
          'Raise the limit (limits.maxRunCostUsd of the deployment, or --max-cost USD) and try the run again, which repeats nothing that is paid for; or give fewer pages and documents.',
      },
    );
  }
}
