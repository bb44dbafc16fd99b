import { walkMachine } from '../shapes/walk.ts';
import type { Rule } from './rule.ts';

/** A path that leads nowhere ends an execution with States.Runtime, which no Catch takes up. */
export const paths: Rule = {
  name: 'paths',
  reason:
    'Every path leads to a value that the contracts promise: one that does not ends the run with States.Runtime, which nothing can catch.',
  check: (definition, facts) =>
    walkMachine(definition, facts).problems.map(({ state, path, problem }) => ({
      state,
      message: `has the path ${path}: ${problem}.`,
      remedy: 'Correct the path, or have an earlier state put the value there.',
    })),
};
