import type { UseCounts } from '../../contracts/index.ts';

/** A call that is about to be made, for which its upper bound is counted. */
export interface Booking {
  /** Says what the call used in the end: it takes the place of the upper bound. */
  settle(actual: UseCounts): void;
}

/** Counts what a run is about to pay for, before it is paid. */
export interface SpendMeter {
  /**
   * Counts the most that the next call can use. Throws `RunCostLimitError` when the run could then cost more than it may, `ConfigurationError` when it may not cost more than something
   * and the model has no price, `SessionConflictError` when the run has been stopped, and what the session store throws; the call must then not be made.
   *
   * @param model the model that takes the tokens, by its id or ARN
   */
  book(atMost: UseCounts, model?: string): Promise<Booking>;
}

/** Counts nothing: for calls that belong to no run, such as the check whether a model may be used. */
export const UNMETERED: SpendMeter = { book: async () => ({ settle: () => undefined }) };
