import { effectiveInput, stateOutput } from '../data-flow.ts';
import type { PassState } from '../definition.ts';
import type { Outcome, Visit } from '../visit.ts';

/** Pass: gives its `Result`, or its input shaped by `Parameters`. */
export async function runPass(state: PassState, visit: Visit): Promise<Outcome> {
  const input = effectiveInput(state, visit);
  const result = state.Result === undefined ? input : state.Result;
  return { output: stateOutput(state, visit, result), next: state.Next };
}
