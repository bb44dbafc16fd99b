import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';

/** The order of Retriers and Catchers is their meaning. */
export const statesAll: Rule = {
  name: 'states-all',
  reason:
    'States.ALL stands alone in its ErrorEquals and last in its list: AWS refuses the machine otherwise, when it is deployed.',
  check: (definition) =>
    allStates(definition).flatMap(({ name, state }) =>
      [...misplaced(state.Retry, 'Retry'), ...misplaced(state.Catch, 'Catch')].map((place) => ({
        state: name,
        message: `has States.ALL not alone or not last in ${place}.`,
        remedy: 'Move States.ALL into an entry of its own at the end of the list.',
      })),
    ),
};

function misplaced(list: readonly { readonly ErrorEquals?: readonly string[] }[] = [], place: string): string[] {
  return list.flatMap(({ ErrorEquals = [] }, index) => {
    const misplacedHere = ErrorEquals.includes('States.ALL') && (ErrorEquals.length > 1 || index < list.length - 1);
    return misplacedHere ? [`${place}[${index}]`] : [];
  });
}
