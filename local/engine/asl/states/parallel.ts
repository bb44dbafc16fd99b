import { runBranches } from '../branch-group.ts';
import { effectiveInput, stateOutput } from '../data-flow.ts';
import type { ParallelState } from '../definition.ts';
import { withRetryAndCatch } from '../retry-and-catch.ts';
import type { Outcome, Visit } from '../visit.ts';

/** Parallel: runs its branches side by side, each on its own copy of the input. */
export function runParallel(state: ParallelState, visit: Visit): Promise<Outcome> {
  return withRetryAndCatch(state, visit, async (attempt) => {
    const input = effectiveInput(state, attempt);
    const { scope, runStates } = attempt;
    const results = await runBranches(
      scope.signal,
      state.Branches.map((branch) => (signal) => runStates(branch, input, { ...scope, signal })),
    );
    return { output: stateOutput(state, attempt, results), next: state.Next };
  });
}
