import type { Json } from '../../../../statemachine/asl.ts';
import type { ChoiceRule } from '../definition.ts';
import type { PathRoots } from '../path.ts';
import { findByPath, getByPath } from '../path.ts';
import { compare, isOfType } from './compare.ts';
import type { TestedType } from './comparisons.ts';

const PATH_SUFFIX = 'Path';

/**
 * Whether a rule of a Choice holds.
 *
 * @throws StateFailure `States.Runtime` when a variable, other than one tested by `IsPresent`, is absent
 */
export function ruleHolds(rule: ChoiceRule, roots: PathRoots): boolean {
  if ('And' in rule) {
    return rule.And.every((part) => ruleHolds(part, roots));
  }
  if ('Or' in rule) {
    return rule.Or.some((part) => ruleHolds(part, roots));
  }
  if ('Not' in rule) {
    return !ruleHolds(rule.Not, roots);
  }
  return Object.entries(rule.comparison).every(([comparison, operand]) =>
    comparisonHolds(comparison, rule.Variable, operand, roots),
  );
}

function comparisonHolds(comparison: string, variable: string, operand: Json, roots: PathRoots): boolean {
  if (comparison === 'IsPresent') {
    return isOfType('Present', findByPath(variable, roots)) === operand;
  }
  const value = getByPath(variable, roots, 'Variable');
  if (comparison.startsWith('Is')) {
    return isOfType(comparison.slice('Is'.length) as TestedType, value) === operand;
  }
  return comparison.endsWith(PATH_SUFFIX)
    ? compare(comparison.slice(0, -PATH_SUFFIX.length), value, getByPath(String(operand), roots, comparison))
    : compare(comparison, value, operand);
}
