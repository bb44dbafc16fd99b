import { SOON_RETRY_SECONDS, START_RETRY_SECONDS } from '../contracts/index.ts';
import type { Refusal } from '../services/budget/admit-run.ts';
import { toDollars } from '../services/cost/dollars.ts';
import { HttpProblem } from './http/http-problem.ts';
import type { BudgetServices } from './run-budget.ts';
import { reserveRun } from './run-budget.ts';

const MS_PER_SECOND = 1_000;
const MS_PER_DAY = 86_400_000;

/**
 * Lets an execution start, with what it can cost set aside. Throws an {@link HttpProblem} 429 with `Retry-After` while as many runs are under way as may be, or when the day's
 * budget has no room for it.
 */
export async function admitStart(services: BudgetServices, execution_id: string, before_usd = 0): Promise<void> {
  const refusal = await reserveRun(services, execution_id, before_usd);
  if (refusal !== undefined) throw refused(refusal, services);
}

/** What kept a run from starting, in a sentence. */
export function refusalSentence(refusal: Refusal, { settings }: Pick<BudgetServices, 'settings'>): string {
  if (refusal.reason === 'too-many-runs')
    return `${refusal.running} ${refusal.running === 1 ? 'run is' : 'runs are'} under way, and no more may be.`;
  const { daily_budget_usd = 0, max_run_cost_usd = 0 } = settings.limits;
  const { spent_usd, reserved_usd } = refusal;
  return `All runs of a day may cost ${toDollars(daily_budget_usd)}: today's have cost ${toDollars(spent_usd)}, ${toDollars(reserved_usd)} are set aside for runs under way, and this one could cost ${toDollars(max_run_cost_usd)}.`;
}

function refused(refusal: Refusal, services: BudgetServices): HttpProblem {
  const name = refusal.reason === 'too-many-runs' ? refusal.reason : 'daily-budget-used-up';
  return new HttpProblem(name, {
    detail: refusalSentence(refusal, services),
    headers: { 'retry-after': String(retrySeconds(refusal, services.clock.now())) },
  });
}

/** Money that is set aside comes back as runs end; what is spent comes back with the next day alone. */
function retrySeconds(refusal: Refusal, now: Date): number {
  if (refusal.reason === 'too-many-runs') return START_RETRY_SECONDS;
  if (refusal.is_set_aside) return SOON_RETRY_SECONDS;
  return Math.ceil((MS_PER_DAY - (now.getTime() % MS_PER_DAY)) / MS_PER_SECOND);
}
