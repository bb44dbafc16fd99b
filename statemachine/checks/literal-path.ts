import type { Json } from '../asl.ts';
import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';

const PATH_OR_CALL = /^(?:\$\$?(?:[.[]|$)|States\.\w+\()/;

/** The mistake that no validator sees: the text of a path where its value was meant. */
export const literalPath: Rule = {
  name: 'literal-path',
  reason:
    'A field that holds a path or an intrinsic function has a name ending in ".$": without it the text itself is handed on.',
  check: (definition) =>
    allStates(definition).flatMap(({ name, state }) =>
      [...literalPaths(state.Parameters), ...literalPaths(state.ResultSelector), ...literalPaths(state.Result)].map(
        ([field, text]) => ({
          state: name,
          message: `hands on the text ${JSON.stringify(text)} in the field "${field}".`,
          remedy: `Name the field "${field}.$" if the value at that path is meant.`,
        }),
      ),
    ),
};

function literalPaths(template: Json | undefined, field = ''): [string, string][] {
  if (typeof template === 'string')
    return !field.endsWith('.$') && PATH_OR_CALL.test(template) ? [[field, template]] : [];
  if (template === null || typeof template !== 'object') return [];
  return Object.entries(template).flatMap(([key, value]) => literalPaths(value, key));
}
