import { filteredInput, filteredOutput } from '../data-flow.ts';
import type { SucceedState } from '../definition.ts';
import type { Outcome, Visit } from '../visit.ts';

/** Succeed: ends the machine, or the branch it stands in. */
export async function runSucceed(state: SucceedState, visit: Visit): Promise<Outcome> {
  return { output: filteredOutput(state, visit, filteredInput(state, visit)), next: undefined };
}
