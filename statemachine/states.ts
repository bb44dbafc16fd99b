import type { ChoiceRule, State, StateMap } from './asl.ts';

/** A state together with its name and the states that it may lead to: those of the machine, or of its branch. */
export interface LocatedState {
  readonly name: string;
  readonly state: State;
  readonly scope: StateMap;
  /** Whether it stands in a branch of a Parallel. */
  readonly inBranch: boolean;
}

/** Every state of a machine, those in branches too, in the order of the file. */
export function allStates(machine: StateMap, inBranch = false): LocatedState[] {
  return Object.entries(machine.States ?? {}).flatMap(([name, state]) => [
    { name, state, scope: machine, inBranch },
    ...(state.Branches ?? []).flatMap((branch) => allStates(branch, true)),
  ]);
}

/** The rules of a Choice, with those inside `And`, `Or` and `Not`. */
export function choiceRules(rules: readonly ChoiceRule[] = []): ChoiceRule[] {
  return rules.flatMap((rule) => [
    rule,
    ...choiceRules([...(rule.And ?? []), ...(rule.Or ?? []), ...(rule.Not ? [rule.Not] : [])]),
  ]);
}

/** Where a state leads when nothing fails. */
export function nextStates(state: State): string[] {
  return [state.Next, ...(state.Choices ?? []).map((rule) => rule.Next), state.Default].filter(
    (name) => name !== undefined,
  );
}

/** Where a state leads when it fails. */
export function catchTargets(state: State): string[] {
  return (state.Catch ?? []).flatMap((catcher) => (catcher.Next === undefined ? [] : [catcher.Next]));
}
