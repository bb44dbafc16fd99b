import { effectiveInput, filteredInput, rootsOf, stateOutput } from '../data-flow.ts';
import type { TaskState } from '../definition.ts';
import { getByPath } from '../path.ts';
import { withRetryAndCatch } from '../retry-and-catch.ts';
import { engineFailure } from '../state-failure.ts';
import type { Outcome, Visit } from '../visit.ts';

/** Task: calls the handler of its `Resource`. */
export function runTask(state: TaskState, visit: Visit): Promise<Outcome> {
  return withRetryAndCatch(state, visit, async (attempt) => {
    const result = await attempt.scope.host.callTask({
      resource: state.Resource,
      payload: effectiveInput(state, attempt),
      timeoutSeconds: timeoutSecondsOf(state, attempt),
      signal: attempt.scope.signal,
    });
    attempt.scope.host.measure(result, `The result of ${attempt.name}`);
    return { output: stateOutput(state, attempt, result), next: state.Next };
  });
}

function timeoutSecondsOf(state: TaskState, visit: Visit): number | undefined {
  if (state.TimeoutSecondsPath === undefined) {
    return state.TimeoutSeconds;
  }
  const input = filteredInput(state, visit);
  const seconds = getByPath(state.TimeoutSecondsPath, rootsOf(visit, input), 'TimeoutSecondsPath');
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 1) {
    throw engineFailure('States.Runtime', `TimeoutSecondsPath of ${visit.name} must point to a positive whole number.`);
  }
  return seconds;
}
