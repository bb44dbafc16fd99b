import type { SessionRow } from '../contracts/index.ts';
import { MAX_RUN_SECONDS } from '../contracts/index.ts';
import type { Refusal } from '../services/budget/admit-run.ts';
import { admitRun, overdueRuns, settleRun } from '../services/budget/admit-run.ts';
import type { StepServices } from '../services/services.ts';
import { runUsage } from './run-usage.ts';
import { sessionIdOf } from './session-ids.ts';

/** What is needed to set money aside and to settle. */
export type BudgetServices = Pick<StepServices, 'sessions' | 'budget' | 'settings' | 'clock'>;

/** Seconds after the longest run in which its end is told: the event of an execution that was stopped from outside comes within minutes. */
const END_IS_TOLD_SECONDS = 600;

/**
 * Sets aside what an execution can cost at most; gives why it may not start instead. Without limits nothing is done. Executions whose end nobody told are settled first: a crash
 * between the end of a run and its settling costs nobody room for longer than a run can take.
 *
 * @param before_usd what its session has cost already
 */
export async function reserveRun(
  services: BudgetServices,
  execution_id: string,
  before_usd = 0,
): Promise<Refusal | undefined> {
  const { budget, settings, clock } = services;
  if (!isLimited(services)) return undefined;
  const now = clock.now();
  const applicant = {
    execution_id,
    reserved_usd: Math.max(0, (settings.limits.max_run_cost_usd ?? 0) - before_usd),
    before_usd,
    until: Math.ceil(now.getTime() / 1_000) + MAX_RUN_SECONDS + END_IS_TOLD_SECONDS,
  };
  const admit = () =>
    budget.change((ledger) => {
      const { ledger: changed, result: refusal } = admitRun(ledger, applicant, settings.limits, now);
      return { ledger: changed, result: { refusal, overdue: overdueRuns(ledger, now) } };
    });
  const { refusal, overdue } = await admit();
  if (overdue.length === 0) return refusal;
  await settleOverdue(services, overdue);
  return refusal === undefined ? undefined : (await admit()).refusal;
}

/** Gives back what was set aside for an execution, less what it cost. Nothing happens without limits, or when it was settled before. */
export async function settleExecution(
  services: BudgetServices,
  execution_id: string,
  session_usd: number,
): Promise<void> {
  if (!isLimited(services)) return;
  await services.budget.change((ledger) => settleRun(ledger, execution_id, session_usd, services.clock.now()));
}

/** What a session has cost by now, by its row. */
export function costOf({ settings }: Pick<StepServices, 'settings'>, row: SessionRow): number {
  return runUsage(row, settings.prices).estimated_cost_usd;
}

/** Where the row is gone nobody knows any more what the run cost: what was set aside is taken for it. */
async function settleOverdue(services: BudgetServices, overdue: readonly string[]): Promise<void> {
  for (const execution_id of overdue) {
    const row = await services.sessions.get(sessionIdOf(execution_id));
    await settleExecution(services, execution_id, row === undefined ? Number.POSITIVE_INFINITY : costOf(services, row));
  }
}

function isLimited({ settings: { limits } }: Pick<StepServices, 'settings'>): boolean {
  return limits.daily_budget_usd !== undefined || limits.max_concurrent_runs !== undefined;
}
