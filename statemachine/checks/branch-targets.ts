import { allStates, catchTargets, nextStates } from '../states.ts';
import type { Rule } from './rule.ts';

/** A branch is a machine of its own. */
export const branchTargets: Rule = {
  name: 'branch-targets',
  reason:
    'A state leads only to states beside it: out of a branch or into one there is no way, and AWS refuses the machine when it is deployed.',
  check: (definition) =>
    allStates(definition).flatMap(({ name, state, scope }) =>
      [...new Set([...nextStates(state), ...catchTargets(state)])]
        .filter((target) => !(target in (scope.States ?? {})))
        .map((target) => ({
          state: name,
          message: `leads to ${target}, which is not beside it.`,
          remedy:
            'Lead to a state of the same branch; let a failure end the branch in a Fail, which the Catch of the Parallel takes up.',
        })),
    ),
};
