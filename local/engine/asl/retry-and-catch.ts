import type { Json } from '../../../statemachine/asl.ts';
import type { Catcher, Retrier } from './definition.ts';
import { errorEqualsMatches } from './error-match.ts';
import { isJsonObject, memberOf, withMember } from './json.ts';
import { applyResultPath } from './result-path.ts';
import { retryDelayMs } from './retry-delay.ts';
import { StateFailure } from './state-failure.ts';
import type { Outcome, Visit } from './visit.ts';

/** What Retry and Catch need of a state. */
interface HandledState {
  readonly Type: string;
  readonly Retry: readonly Retrier[];
  readonly Catch: readonly Catcher[];
}

/** Runs one attempt of a state; `$$.State.RetryCount` in the visit's context counts the retries before it. */
type Attempt = (visit: Visit) => Promise<Outcome>;

/**
 * Runs a state under its Retry and Catch. Each retrier counts its own retries over the whole visit. Anything that is no StateFailure — a
 * stop, a canceled branch — passes through at once: it is neither retried nor caught.
 */
export async function withRetryAndCatch(state: HandledState, visit: Visit, attempt: Attempt): Promise<Outcome> {
  const retriesUsed = new Map<Retrier, number>();
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt(withRetryCount(visit, retries));
    } catch (failure) {
      visit.scope.signal.throwIfAborted();
      if (!(failure instanceof StateFailure)) {
        throw failure;
      }
      recordFailure(state, visit, failure);
      if (!(await waitedForRetry(state, visit, failure, retriesUsed))) {
        return caught(state, visit, failure);
      }
    }
  }
}

/** Waits for the next retry; false when no retrier takes the failure, or the one that does is used up. */
async function waitedForRetry(
  state: HandledState,
  visit: Visit,
  failure: StateFailure,
  retriesUsed: Map<Retrier, number>,
): Promise<boolean> {
  const retrier = state.Retry.find(({ ErrorEquals }) => errorEqualsMatches(ErrorEquals, failure));
  const retry = retrier ? (retriesUsed.get(retrier) ?? 0) + 1 : 0;
  if (retrier === undefined || retry > retrier.MaxAttempts) {
    return false;
  }
  retriesUsed.set(retrier, retry);
  const { host, signal } = visit.scope;
  await host.sleep(retryDelayMs(retrier, retry, host.random), signal, 'retry');
  signal.throwIfAborted();
  host.record({ type: 'TaskRetried', state: visit.name, error: failure.error });
  return true;
}

function caught(state: HandledState, visit: Visit, failure: StateFailure): Outcome {
  const catcher = state.Catch.find(({ ErrorEquals }) => errorEqualsMatches(ErrorEquals, failure));
  if (catcher === undefined) {
    throw failure;
  }
  const errorOutput: Json = { Error: failure.error, Cause: failure.causeText };
  const output = applyResultPath(visit.input, errorOutput, catcher.ResultPath);
  visit.scope.host.measure(output, `The output of ${visit.name}`);
  visit.scope.host.record({ type: 'TaskCaught', state: visit.name, error: failure.error });
  return { output, next: catcher.Next };
}

/** A Parallel or Map fails by a state inside, which has its own event. */
function recordFailure(state: HandledState, visit: Visit, { error, causeText }: StateFailure): void {
  if (state.Type === 'Task') {
    const type = error === 'States.Timeout' ? 'TaskTimedOut' : 'TaskFailed';
    visit.scope.host.record({ type, state: visit.name, error, ...(causeText && { cause: causeText }) });
  }
}

function withRetryCount(visit: Visit, retries: number): Visit {
  const state = memberOf(visit.context, 'State') ?? {};
  return isJsonObject(state)
    ? { ...visit, context: withMember(visit.context, 'State', withMember(state, 'RetryCount', retries)) }
    : visit;
}
