import { engineFailure } from '../state-failure.ts';

/** A parsed expression: a call, a path, or a literal. A text keeps its escapes, because `States.Format` tells `\{` from `{`. */
export type Expression =
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'literal'; readonly value: number | boolean | null };

interface Parsed {
  readonly expression: Expression;
  readonly end: number;
}

const CALL = /\s*(States\.\w+)\s*\(/y;
const TEXT = /\s*'((?:[^'\\]|\\.)*)'/y;
/** A path ends before a comma or parenthesis outside its brackets. */
const PATH = /\s*(\$(?:\[(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\]'"])*\]|[^,()[\]\s])*)/y;
const LITERAL = /\s*(true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const SEPARATOR = /\s*([,)])/y;
const END = /\s*$/y;

/** Whether a string calls an intrinsic function, rather than being a path. */
export function isIntrinsicCall(text: string): boolean {
  return text.startsWith('States.');
}

/**
 * Parses a call of an intrinsic function; calls may nest.
 *
 * @throws StateFailure `States.Runtime` when it cannot be read
 */
export function parseIntrinsic(text: string): Expression {
  const { expression, end } = parseExpression(text, 0);
  matchAt(END, text, end);
  return expression;
}

function parseExpression(text: string, start: number): Parsed {
  const call = tryAt(CALL, text, start);
  if (call) {
    return parseCall(text, call[1] ?? '', start + call[0].length);
  }
  const quoted = tryAt(TEXT, text, start);
  if (quoted) {
    return { expression: { kind: 'text', raw: quoted[1] ?? '' }, end: start + quoted[0].length };
  }
  const path = tryAt(PATH, text, start);
  if (path) {
    return { expression: { kind: 'path', path: path[1] ?? '' }, end: start + path[0].length };
  }
  const literal = matchAt(LITERAL, text, start);
  return { expression: { kind: 'literal', value: JSON.parse(literal[1] ?? '') }, end: start + literal[0].length };
}

function parseCall(text: string, name: string, start: number): Parsed {
  const args: Expression[] = [];
  const empty = tryAt(SEPARATOR, text, start);
  if (empty?.[1] === ')') {
    return { expression: { kind: 'call', name, args }, end: start + empty[0].length };
  }
  let position = start;
  for (;;) {
    const argument = parseExpression(text, position);
    args.push(argument.expression);
    const separator = matchAt(SEPARATOR, text, argument.end);
    position = argument.end + separator[0].length;
    if (separator[1] === ')') {
      return { expression: { kind: 'call', name, args }, end: position };
    }
  }
}

function tryAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray {
  const match = tryAt(pattern, text, position);
  if (match === null) {
    throw engineFailure('States.Runtime', `The expression ${text} cannot be read from character ${position + 1} on.`);
  }
  return match;
}
