import type { StateContract } from '../../contracts/index.ts';
import { allStates } from '../states.ts';
import type { Problem, Rule } from './rule.ts';
import { MACHINE } from './rule.ts';

/** The inner timeout always speaks first, because it can say more. */
export const attemptTimeout: Rule = {
  name: 'attempt-timeout',
  reason:
    "A Task's TimeoutSeconds is its contract's attempt_seconds, and sdk_seconds < function_seconds < attempt_seconds: the inner timeout speaks first, because it knows more.",
  check: (definition, facts) => [
    ...allStates(definition)
      .filter(({ state }) => state.Type === 'Task')
      .flatMap(({ name, state }) => {
        const expected = facts.contracts[name]?.timeouts.attempt_seconds ?? state.TimeoutSeconds;
        if (expected !== undefined && state.TimeoutSeconds === expected) return [];
        const message = `has a timeout of ${state.TimeoutSeconds ?? 'no'} seconds, its contract says ${expected ?? 'nothing'}.`;
        return [{ state: name, message, remedy: `Write "TimeoutSeconds": ${expected ?? 60}.` }];
      }),
    ...Object.values(facts.contracts).flatMap(chainProblem),
  ],
};

function chainProblem({ state, timeouts }: StateContract): Problem[] {
  const { sdk_seconds, function_seconds, attempt_seconds } = timeouts;
  if (sdk_seconds < function_seconds && function_seconds < attempt_seconds) return [];
  const chain = `sdk ${sdk_seconds} s, function ${function_seconds} s, attempt ${attempt_seconds} s`;
  return [
    {
      state: MACHINE,
      message: `has the contract ${state} with timeouts out of order: ${chain}.`,
      remedy: 'Make each shorter than the next.',
    },
  ];
}
