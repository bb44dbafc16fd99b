import { randomUUID } from 'node:crypto';
import type { TaskState, Use, UseCounts, UseEntry } from '../contracts/index.ts';
import {
  addUse,
  ConfigurationError,
  estimateCost,
  NO_USE,
  SessionConflictError,
  subtractUse,
  toMicroDollars,
  USE_COUNTS,
} from '../contracts/index.ts';
import { RunCostLimitError } from '../services/cost/run-cost-limit-error.ts';
import type { Booking, SpendMeter } from '../services/cost/spend-meter.ts';
import type { StepServices } from '../services/services.ts';
import { transitionsToTheEnd } from './run-transitions.ts';
import { runUsage } from './run-usage.ts';
import { sessionIdOf } from './session-ids.ts';

/** Share of what a run may cost that reading and analysis may use: the writing needs the rest, and without it everything before was paid in vain. */
export const SHARE_BEFORE_WRITING = 0.5;

/** Sums of dollars are off by far less than a millionth. */
const ROUNDING_USD = 1e-9;

/** Digits of an account's name: enough that two of a state do not meet. */
const ACCOUNT_DIGITS = 8;

/** The account in which a state's reading is counted: a repeated invocation reads the same. */
const READ_ACCOUNT = 'reading';

/** Whose account it is. */
export interface MeteredStep {
  readonly state: TaskState;
  readonly execution_id: string;
  readonly session_id?: string;
}

/**
 * Counts what one invocation of a step pays for, in an account of its own on the session row. The upper bound of a call is held against the limit and written down before the call is
 * made, so that neither a crash nor a second function makes a run cost more than it may.
 */
export class StepMeter implements SpendMeter {
  readonly #services: StepServices;
  readonly #step: MeteredStep;
  readonly #account = `calls${randomUUID().slice(0, ACCOUNT_DIGITS)}`;
  #before: Promise<number> | undefined;
  #use: Use = NO_USE;
  #cost = 0;
  #unpriced: string | undefined;
  /** Whether something has changed since the last write began. */
  #isChanged = false;
  #writing: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  constructor(services: StepServices, step: MeteredStep) {
    this.#services = services;
    this.#step = step;
  }

  /** What this invocation has counted, by name, without what is 0; empty when it paid for nothing. */
  get counts(): Readonly<Record<string, number>> {
    const used = USE_COUNTS.flatMap((name) => (this.#use[name] === 0 ? [] : [[name, this.#use[name]] as const]));
    return used.length === 0 ? {} : { ...Object.fromEntries(used), estimated_cost_usd: toMicroDollars(this.#cost) };
  }

  async book(atMost: UseCounts, model?: string): Promise<Booking> {
    this.#before ??= this.#costBefore();
    const before = await this.#before;
    const booked = this.#priced(atMost, model);
    this.#assertWithin(before + this.#cost, booked.cost_usd);
    this.#replace(NO_USE, 0, atMost, booked.cost_usd);
    await this.#save();
    return {
      settle: (actual) => this.#replace(atMost, booked.cost_usd, actual, this.#priced(actual, model).cost_usd),
    };
  }

  /** Counts what the step has read, which costs nothing. That it cannot be written is logged: reading is never worth a failure. */
  async noteRead(read: Pick<UseCounts, 'pages' | 'documents' | 'characters'>): Promise<void> {
    await this.#unlessItFails(() => this.#put(READ_ACCOUNT, { ...read, cost_usd: 0 }));
  }

  /** Writes down what calls used in the place of their upper bounds. What cannot be written stays at the upper bounds. */
  async finish(): Promise<void> {
    if (this.#isChanged) await this.#unlessItFails(() => this.#save());
  }

  #priced(use: UseCounts, model: string | undefined): { readonly cost_usd: number } {
    const { settings } = this.#services;
    const { cost_usd, unpriced } = estimateCost(use, settings.prices, model);
    if (unpriced === undefined) return { cost_usd };
    const { max_run_cost_usd } = settings.limits;
    if (max_run_cost_usd !== undefined) throw withoutPrice(unpriced);
    this.#unpriced = unpriced;
    return { cost_usd };
  }

  #assertWithin(spent_usd: number, next_usd: number): void {
    const { max_run_cost_usd } = this.#services.settings.limits;
    if (max_run_cost_usd === undefined) return;
    const allowed_usd = max_run_cost_usd * (this.#step.state === 'GenerateBrief' ? 1 : SHARE_BEFORE_WRITING);
    if (spent_usd + next_usd > allowed_usd + ROUNDING_USD)
      throw new RunCostLimitError({ spent_usd, next_usd, max_run_cost_usd, allowed_usd });
  }

  /** What the run had cost before this invocation, its transitions to the end included. */
  async #costBefore(): Promise<number> {
    const { sessions, settings } = this.#services;
    const row = await sessions.get(this.#sessionId);
    return row === undefined ? 0 : runUsage(row, settings.prices, transitionsToTheEnd(row)).estimated_cost_usd;
  }

  #replace(former: UseCounts, formerCost: number, use: UseCounts, cost: number): void {
    this.#use = addUse(subtractUse(this.#use, former), use);
    this.#cost = Math.max(0, this.#cost - formerCost + cost);
    this.#isChanged = true;
  }

  /** One write at a time; those that ask meanwhile share the next one. */
  #save(): Promise<void> {
    this.#waiting ??= this.#writing
      // Whoever waited for the write before has heard of its failure; this one writes all of it again.
      .catch(() => undefined)
      .then(() => {
        this.#waiting = undefined;
        this.#isChanged = false;
        this.#writing = this.#put(this.#account, this.#entry());
        return this.#writing;
      });
    return this.#waiting;
  }

  #entry(): UseEntry {
    const counts = Object.fromEntries(
      USE_COUNTS.flatMap((name) => (this.#use[name] === 0 ? [] : [[name, this.#use[name]]])),
    );
    const unpriced = this.#unpriced === undefined ? {} : { unpriced: this.#unpriced };
    return { ...counts, cost_usd: toMicroDollars(this.#cost), ...unpriced };
  }

  #put(account: string, use: UseEntry): Promise<void> {
    const { state, execution_id } = this.#step;
    return this.#services.sessions.putUse({ session_id: this.#sessionId, execution_id, state, account, use });
  }

  get #sessionId(): string {
    return this.#step.session_id ?? sessionIdOf(this.#step.execution_id);
  }

  async #unlessItFails(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      const { state, execution_id } = this.#step;
      const level = error instanceof SessionConflictError ? 'info' : 'warn';
      this.#services.logger[level]('use not written', { execution_id, state, reason: String(error) });
    }
  }
}

function withoutPrice(unpriced: string): ConfigurationError {
  return new ConfigurationError(`A run may not cost more than it is allowed, and there is no price for ${unpriced}.`, {
    remedy:
      'Set PRICE_INPUT_TOKENS_USD and PRICE_OUTPUT_TOKENS_USD (a million tokens; prices.* of the deployment), or no limit of cost.',
  });
}
