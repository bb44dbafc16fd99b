import { ruleHolds } from '../choice/choose.ts';
import { filteredInput, filteredOutput, rootsOf } from '../data-flow.ts';
import type { ChoiceState } from '../definition.ts';
import { engineFailure } from '../state-failure.ts';
import type { Outcome, Visit } from '../visit.ts';

/** Choice: goes on with the first rule that holds, else with `Default`. */
export async function runChoice(state: ChoiceState, visit: Visit): Promise<Outcome> {
  const input = filteredInput(state, visit);
  const rule = state.Choices.find((candidate) => ruleHolds(candidate, rootsOf(visit, input)));
  const next = rule?.Next ?? state.Default;
  if (next === undefined) {
    throw engineFailure('States.NoChoiceMatched', `No rule of ${visit.name} holds, and it has no Default.`);
  }
  return { output: filteredOutput(state, visit, input), next };
}
