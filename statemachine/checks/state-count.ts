import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';
import { MACHINE } from './rule.ts';

/** A machine must stay below this many states, those in branches included: what one diagram can show and one person can keep in mind. */
const STATE_COUNT_LIMIT = 50;

/** A small machine is one that can be understood. */
export const stateCount: Rule = {
  name: 'state-count',
  reason: `A machine has fewer than ${STATE_COUNT_LIMIT} states, so that one diagram can show it.`,
  check: (definition) => {
    const count = allStates(definition).length;
    if (count < STATE_COUNT_LIMIT) return [];
    const message = `has ${count} states, fewer than ${STATE_COUNT_LIMIT} are allowed.`;
    return [{ state: MACHINE, message, remedy: 'Do more in one function, or move a part into a machine of its own.' }];
  },
};
