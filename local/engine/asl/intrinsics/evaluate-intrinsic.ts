import type { Json } from '../../../../statemachine/asl.ts';
import type { PathRoots } from '../path.ts';
import { getByPath } from '../path.ts';
import { engineFailure } from '../state-failure.ts';
import { formatText, unescapeText } from './format.ts';
import { INTRINSIC_FUNCTIONS } from './functions.ts';
import type { Expression } from './intrinsic-parser.ts';
import { parseIntrinsic } from './intrinsic-parser.ts';

/**
 * Calls an intrinsic function written as text, for example `States.Format('{}-{}', $.a, $.b)`.
 *
 * @throws StateFailure `States.IntrinsicFailure` when its arguments do not fit, `States.Runtime` for a path to nothing or a text that cannot be read
 */
export function evaluateIntrinsic(text: string, roots: PathRoots): Json {
  return evaluate(parseIntrinsic(text), roots, text);
}

function evaluate(expression: Expression, roots: PathRoots, text: string): Json {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'text':
      return unescapeText(expression.raw);
    case 'path':
      return getByPath(expression.path, roots, text);
    case 'call':
      return call(expression.name, expression.args, roots, text);
  }
}

function call(name: string, args: readonly Expression[], roots: PathRoots, text: string): Json {
  const [first, ...rest] = args;
  if (name === 'States.Format' && first) {
    const template = first.kind === 'text' ? first.raw : evaluate(first, roots, text);
    return formatText(
      template,
      rest.map((argument) => evaluate(argument, roots, text)),
      text,
    );
  }
  const intrinsic = INTRINSIC_FUNCTIONS.get(name);
  if (intrinsic === undefined) {
    throw engineFailure('States.Runtime', `There is no intrinsic function ${name}.`);
  }
  const result = intrinsic(args.map((argument) => evaluate(argument, roots, text)));
  if (result === undefined) {
    throw engineFailure('States.IntrinsicFailure', `The arguments of ${text} do not fit.`);
  }
  return result;
}
