import type { Json } from '../../../statemachine/asl.ts';
import { isJsonArray, isJsonObject, memberOf, withMember } from './json.ts';
import { parsePath } from './path.ts';
import type { Selector } from './path-parser.ts';
import { engineFailure } from './state-failure.ts';

/**
 * Puts a result into a state's input: `$` (the default) replaces the input, null drops the result, a path puts it there and
 * makes the objects on the way.
 *
 * @throws StateFailure `States.ResultPathMatchFailure` when something on the way is neither an object nor an element of an array
 */
export function applyResultPath(input: Json, result: Json, resultPath: string | null | undefined): Json {
  if (resultPath === null) {
    return input;
  }
  const path = parsePath(resultPath ?? '$');
  if (!path.definite || path.root !== 'data') {
    throw engineFailure('States.Runtime', `ResultPath '${path.text}' must name one place in the input.`);
  }
  return put(
    input,
    path.steps.flatMap(({ selectors }) => selectors),
    result,
    path.text,
  );
}

function put(target: Json | undefined, selectors: readonly Selector[], result: Json, path: string): Json {
  const [selector, ...rest] = selectors;
  if (selector === undefined) {
    return result;
  }
  if (selector.kind === 'name' && (target === undefined || isJsonObject(target))) {
    const object = target ?? {};
    return withMember(object, selector.name, put(memberOf(object, selector.name), rest, result, path));
  }
  if (selector.kind === 'index' && target !== undefined && isJsonArray(target) && selector.index in target) {
    return target.with(selector.index, put(target[selector.index], rest, result, path));
  }
  throw engineFailure('States.ResultPathMatchFailure', `Unable to apply ResultPath '${path}' to the input.`);
}
