import type { Json } from '../asl.ts';
import type { IntrinsicArgument, IntrinsicCall } from './intrinsic.ts';
import { parseIntrinsic, resultOf } from './intrinsic.ts';
import { parseReferencePath } from './reference-path.ts';
import { resolvePath } from './resolve-path.ts';
import type { Shape } from './shape.ts';
import { CONTEXT_OBJECT, literalShape, objectOf, UNKNOWN } from './shape.ts';

/** Tells of a path that does not resolve: the text as it stands in the file, and why. */
export type ReportPath = (text: string, problem: string) => void;

/** The shape of what `Parameters` or `ResultSelector` makes of an input; what cannot be resolved is reported and unknown from there on. */
export function evaluateTemplate(template: Json, input: Shape, report: ReportPath): Shape {
  if (Array.isArray(template))
    return { type: 'array', prefixItems: template.map((each) => evaluateTemplate(each, input, report)) };
  if (template === null || typeof template !== 'object') return literalShape(template);
  const fields = Object.entries(template).map(([key, value]): [string, Shape] =>
    key.endsWith('.$')
      ? [key.slice(0, -2), evaluateExpression(value, input, report)]
      : [key, evaluateTemplate(value, input, report)],
  );
  return objectOf(Object.fromEntries(fields));
}

/** The shape of the value that a path or an intrinsic function leads to. */
export function evaluateExpression(expression: Json | undefined, input: Shape, report: ReportPath): Shape {
  if (typeof expression !== 'string')
    return fail(String(expression), 'is neither a path nor an intrinsic function', report);
  if (expression.startsWith('$')) return evaluatePath(expression, input, report);
  const call = parseIntrinsic(expression);
  if (!call) return fail(expression, 'is neither a path nor an intrinsic function', report);
  return evaluateCall(call, input, report);
}

function evaluatePath(text: string, input: Shape, report: ReportPath): Shape {
  const path = parseReferencePath(text);
  if (!path) return fail(text, 'is not a path to exactly one value, so where it leads cannot be checked', report);
  const resolution = resolvePath(path.root === '$$' ? CONTEXT_OBJECT : input, path.steps);
  return 'shape' in resolution ? resolution.shape : fail(text, resolution.problem, report);
}

function evaluateCall(call: IntrinsicCall, input: Shape, report: ReportPath): Shape {
  for (const argument of call.args) evaluateArgument(argument, input, report);
  return resultOf(call) ?? fail(call.name, 'is not an intrinsic function of Step Functions', report);
}

function evaluateArgument(argument: IntrinsicArgument, input: Shape, report: ReportPath): void {
  if (argument.kind === 'path') evaluatePath(argument.path, input, report);
  if (argument.kind === 'call') evaluateCall(argument.call, input, report);
}

function fail(text: string, problem: string, report: ReportPath): Shape {
  report(text, problem);
  return UNKNOWN;
}
