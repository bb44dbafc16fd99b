import type { SpendLimits } from '../services.ts';
import type { BudgetLedger, LedgerChange, Reservation } from './budget-ledger.ts';

/** Why a run may not start now. Amounts are US dollars. */
export type Refusal =
  | { readonly reason: 'too-many-runs'; readonly running: number }
  | {
      readonly reason: 'budget-used-up';
      readonly spent_usd: number;
      readonly reserved_usd: number;
      /** Whether it is money that is set aside alone: some of it comes back as runs end. */
      readonly is_set_aside: boolean;
    };

/** An execution that wants to start. */
export interface Applicant extends Reservation {
  readonly execution_id: string;
}

/** Sums of dollars are off by far less than a millionth. */
const ROUNDING_USD = 1e-9;

const DAY_CHARACTERS = 10;

/** The day in UTC: `2026-11-22`. */
function dayOf(now: Date): string {
  return now.toISOString().slice(0, DAY_CHARACTERS);
}

/**
 * Sets the most that an execution can cost aside, or says why not. What the day has cost, what is set aside and what is asked for stay within the day's budget together, so that
 * no day's runs cost more, whatever each comes to. An execution for which something is set aside already changes nothing: starting twice is starting once.
 */
export function admitRun(
  ledger: BudgetLedger,
  { execution_id, ...reservation }: Applicant,
  limits: SpendLimits,
  now: Date,
): LedgerChange<Refusal | undefined> {
  if (ledger.runs[execution_id] !== undefined) return { ledger, result: undefined };
  const today = onDay(ledger, now);
  const refusal = refusalOf(today, reservation, limits, now);
  if (refusal !== undefined) return { ledger, result: refusal };
  return { ledger: { ...today, runs: { ...today.runs, [execution_id]: reservation } }, result: undefined };
}

/**
 * Gives back what was set aside for an execution and counts what its session has cost since. Nothing set aside is nothing changed, so that an end can be told several times.
 *
 * @param session_usd what the session has cost by now, all attempts together; infinite when nobody knows, and all that was set aside counts
 */
export function settleRun(
  ledger: BudgetLedger,
  execution_id: string,
  session_usd: number,
  now: Date,
): LedgerChange<undefined> {
  const { [execution_id]: reservation, ...runs } = ledger.runs;
  if (reservation === undefined) return { ledger, result: undefined };
  const today = onDay(ledger, now);
  const cost = Number.isFinite(session_usd)
    ? Math.max(0, session_usd - reservation.before_usd)
    : reservation.reserved_usd;
  return { ledger: { ...today, runs, spent_usd: today.spent_usd + cost }, result: undefined };
}

/** Executions for which something is set aside and that cannot run any more: nobody told of their end. */
export function overdueRuns({ runs }: BudgetLedger, now: Date): readonly string[] {
  return Object.entries(runs).flatMap(([id, { until }]) => (isOver(until, now) ? [id] : []));
}

/** A new day begins with nothing spent; what is set aside goes over, because it may be spent today. */
function onDay(ledger: BudgetLedger, now: Date): BudgetLedger {
  const day = dayOf(now);
  return ledger.day === day ? ledger : { ...ledger, day, spent_usd: 0 };
}

function refusalOf(
  { runs, spent_usd }: BudgetLedger,
  { reserved_usd: wanted_usd }: Reservation,
  { max_concurrent_runs, daily_budget_usd }: SpendLimits,
  now: Date,
): Refusal | undefined {
  const open = Object.values(runs);
  const running = open.filter(({ until }) => !isOver(until, now)).length;
  if (max_concurrent_runs !== undefined && running >= max_concurrent_runs) return { reason: 'too-many-runs', running };
  if (daily_budget_usd === undefined) return undefined;
  const reserved_usd = open.reduce((sum, reservation) => sum + reservation.reserved_usd, 0);
  if (spent_usd + reserved_usd + wanted_usd <= daily_budget_usd + ROUNDING_USD) return undefined;
  const is_set_aside = spent_usd + wanted_usd <= daily_budget_usd + ROUNDING_USD;
  return { reason: 'budget-used-up', spent_usd, reserved_usd, is_set_aside };
}

function isOver(until: number, now: Date): boolean {
  return until * 1_000 <= now.getTime();
}
