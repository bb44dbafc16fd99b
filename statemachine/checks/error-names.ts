import type { MachineFacts } from '../machine-facts.ts';
import type { LocatedState } from '../states.ts';
import { allStates } from '../states.ts';
import { AWS_ERROR_NAMES } from './aws-error-names.ts';
import type { Problem, Rule } from './rule.ts';

/** A misspelt error name is valid, and never matches. */
export const errorNames: Rule = {
  name: 'error-names',
  reason:
    'ErrorEquals names errors of AWS, or errors that the contract declares and some test provokes: a name that nothing throws never matches.',
  check: (definition, facts) =>
    allStates(definition).flatMap((located) => namesOf(located).flatMap((error) => problemOf(error, located, facts))),
};

function namesOf({ state }: LocatedState): string[] {
  return [...new Set([...(state.Retry ?? []), ...(state.Catch ?? [])].flatMap(({ ErrorEquals = [] }) => ErrorEquals))];
}

function problemOf(error: string, { name, state }: LocatedState, facts: MachineFacts): Problem[] {
  if (AWS_ERROR_NAMES.has(error)) return [];
  const message = whatIsWrong(error, state.Type === 'Task' ? facts.contracts[name]?.errors : undefined, facts);
  return message
    ? [
        {
          state: name,
          message,
          remedy: 'Correct the name, declare the error in the contract, or write the test that provokes it.',
        },
      ]
    : [];
}

function whatIsWrong(error: string, declared: readonly string[] | undefined, facts: MachineFacts): string | undefined {
  if (!(error in facts.errors))
    return `names ${error}, which is neither an error of AWS that can be caught nor a declared one.`;
  if (declared && !declared.includes(error)) return `names ${error}, which its contract does not declare.`;
  if (facts.provokedErrors && !facts.provokedErrors.has(error)) return `names ${error}, which no test provokes.`;
  return undefined;
}
