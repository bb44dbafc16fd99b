import type { ChoiceRule, State } from '../asl.ts';
import { choiceRules } from '../states.ts';
import { mismatches } from './assignable.ts';
import type { ReportPath } from './evaluate.ts';
import { evaluateExpression } from './evaluate.ts';
import type { Shape } from './shape.ts';
import { alternatives, STRING, UNKNOWN } from './shape.ts';

const NUMBER: Shape = { type: 'number' };

/** What a comparison of a Choice needs of its `Variable`, by the first word of its name. */
const OPERAND_TYPES: readonly (readonly [prefix: string, shape: Shape])[] = [
  ['Numeric', NUMBER],
  ['String', STRING],
  ['Timestamp', STRING],
  ['Boolean', { type: 'boolean' }],
];

/** Resolves the paths that a state only reads, of a Choice, a Wait, a Fail and a Task's timeouts, and holds their types against what is done with them. */
export function checkOwnPaths(state: State, input: Shape, report: ReportPath): void {
  const read = [
    [state.SecondsPath, NUMBER],
    [state.TimeoutSecondsPath, NUMBER],
    [state.HeartbeatSecondsPath, NUMBER],
    [state.ErrorPath, STRING],
    [state.CausePath, STRING],
  ] as const;
  for (const [path, expected] of read) {
    if (path === undefined) continue;
    for (const mismatch of mismatches(evaluateExpression(path, input, report), expected)) report(path, mismatch);
  }
  for (const rule of choiceRules(state.Choices)) checkOperand(rule, input, report);
}

/** A comparison with a value of another type is false, so a Variable is wrong only when it can never be of the right one; `IsPresent` asks for what may be absent. */
function checkOperand(rule: ChoiceRule, input: Shape, report: ReportPath): void {
  if (rule.Variable === undefined || 'IsPresent' in rule) return;
  const expected = operandShape(rule);
  const reasons = alternatives(evaluateExpression(rule.Variable, input, report)).map((each) =>
    mismatches(each, expected),
  );
  if (reasons.every((found) => found.length > 0)) report(rule.Variable, String(reasons[0]?.[0]));
}

function operandShape(rule: ChoiceRule): Shape {
  const comparison = Object.keys(rule).find((key) => OPERAND_TYPES.some(([prefix]) => key.startsWith(prefix)));
  return OPERAND_TYPES.find(([prefix]) => comparison?.startsWith(prefix))?.[1] ?? UNKNOWN;
}
