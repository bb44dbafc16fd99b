import { HttpProblem } from '../../handlers/http/http-problem.ts';
import type { LocalExecutions } from '../engine/local-executions.ts';
import { CAPACITY_RETRY_SECONDS } from './limits.ts';

/** Events with which an execution ends. */
const ENDS: ReadonlySet<string> = new Set([
  'ExecutionSucceeded',
  'ExecutionFailed',
  'ExecutionTimedOut',
  'ExecutionAborted',
]);

/** Counts the runs of this process, so that no more are started than it can carry. */
export class Capacity {
  readonly #maxRuns: number;
  readonly #underWay = new Set<string>();
  /** Starts that were let in and have not yet become runs. */
  #starting = 0;

  constructor(executions: Pick<LocalExecutions, 'onEvent'>, maxRuns: number) {
    this.#maxRuns = maxRuns;
    executions.onEvent((executionId, { type }) => {
      if (type === 'ExecutionStarted') this.#underWay.add(executionId);
      else if (ENDS.has(type)) this.#underWay.delete(executionId);
    });
  }

  /** Lets a start in for as long as it takes. Throws an `HttpProblem` 429 with `Retry-After` when there is no room. */
  async during<Result>(start: () => Promise<Result>): Promise<Result> {
    if (this.#underWay.size + this.#starting >= this.#maxRuns) {
      throw new HttpProblem('too-many-runs', {
        detail: `${this.#maxRuns} runs are under way.`,
        headers: { 'retry-after': String(CAPACITY_RETRY_SECONDS) },
      });
    }
    this.#starting += 1;
    try {
      return await start();
    } finally {
      this.#starting -= 1;
    }
  }
}
