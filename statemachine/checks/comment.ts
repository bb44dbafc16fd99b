import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';
import { MACHINE } from './rule.ts';

/** Comments are what a reader of the console sees of the reasons. */
export const comment: Rule = {
  name: 'comment',
  reason: 'The machine and every state have a Comment: in the console it is all the documentation there is.',
  check: (definition) =>
    [{ name: MACHINE, state: definition }, ...allStates(definition)]
      .filter(({ state }) => !state.Comment?.trim())
      .map(({ name }) => ({
        state: name,
        message: 'has no Comment.',
        remedy: 'Add a Comment that says what it is for and why it is there.',
      })),
};
