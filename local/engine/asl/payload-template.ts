import type { Json } from '../../../statemachine/asl.ts';
import { evaluateIntrinsic } from './intrinsics/evaluate-intrinsic.ts';
import { isIntrinsicCall } from './intrinsics/intrinsic-parser.ts';
import type { JsonObject } from './json.ts';
import { isJsonArray, isJsonObject } from './json.ts';
import type { PathRoots } from './path.ts';
import { getByPath } from './path.ts';
import { engineFailure } from './state-failure.ts';

const DYNAMIC_SUFFIX = '.$';

/**
 * Fills a payload template (`Parameters`, `ResultSelector`, `ItemSelector`): the value of a key that ends in `.$` is a path or an
 * intrinsic function, the key loses the ending; everything else stays.
 *
 * @throws StateFailure `States.Runtime` for a path to nothing, `States.IntrinsicFailure` for a function that fails
 */
export function fillTemplate(template: Json, roots: PathRoots): Json {
  if (isJsonArray(template)) {
    return template.map((item) => fillTemplate(item, roots));
  }
  return isJsonObject(template) ? fillObject(template, roots) : template;
}

/**
 * What a path or an intrinsic function stands for.
 *
 * @param field the field that holds the expression, for the message
 */
export function evaluateExpression(expression: string, roots: PathRoots, field: string): Json {
  return isIntrinsicCall(expression) ? evaluateIntrinsic(expression, roots) : getByPath(expression, roots, field);
}

function fillObject(template: JsonObject, roots: PathRoots): JsonObject {
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith(DYNAMIC_SUFFIX)
        ? [key.slice(0, -DYNAMIC_SUFFIX.length), evaluateValue(key, value, roots)]
        : [key, fillTemplate(value, roots)],
    ),
  );
}

function evaluateValue(key: string, value: Json, roots: PathRoots): Json {
  if (typeof value !== 'string') {
    throw engineFailure('States.Runtime', `The value of '${key}' must be a path or an intrinsic function.`);
  }
  return evaluateExpression(value, roots, key);
}
