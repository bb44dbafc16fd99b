import { z } from 'zod';
import { ExecutionId } from '../../contracts/index.ts';

/** What is set aside for an execution that is under way, in US dollars. */
export const Reservation = z.object({
  /** The most that it can still cost. */
  reserved_usd: z.number().nonnegative(),
  /** What its session had cost before. */
  before_usd: z.number().nonnegative(),
  /** Epoch seconds after which it cannot run any more, whatever became of it. */
  until: z.number().int().positive(),
});

/** What is set aside for an execution. */
export type Reservation = z.infer<typeof Reservation>;

/** What all runs together have cost today and may still cost: one document, so that one conditional write decides. */
export const BudgetLedger = z.object({
  /** The day in UTC that `spent_usd` is of: `2026-11-22`. */
  day: z.string().max(10),
  /** What runs that ended on that day have cost. */
  spent_usd: z.number().nonnegative(),
  runs: z.record(ExecutionId, Reservation),
});

/** What all runs together have cost today and may still cost. */
export type BudgetLedger = z.infer<typeof BudgetLedger>;

/** A ledger in which nothing stands. */
export const EMPTY_LEDGER: BudgetLedger = { day: '', spent_usd: 0, runs: {} };

/** The ledger after a change, and what came of it. The same ledger says that nothing has changed. */
export interface LedgerChange<Result> {
  readonly ledger: BudgetLedger;
  readonly result: Result;
}

/**
 * Where the ledger is kept. Throws `TransientUpstreamError` when the store does not answer or too many change it at once, and `PermissionDeniedError` when it may not be asked.
 */
export interface BudgetStore {
  /**
   * Changes the ledger as if nobody else did: the change is worked out on the newest ledger, again when another was faster, and written once.
   *
   * @param change may be called several times and must do nothing else
   */
  change<Result>(change: (ledger: BudgetLedger) => LedgerChange<Result>): Promise<Result>;
}
