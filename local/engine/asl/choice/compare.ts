import type { Json } from '../../../../statemachine/asl.ts';
import type { Order, OrderedType, TestedType } from './comparisons.ts';
import { orderedParts } from './comparisons.ts';
import { timestampMs } from './timestamp.ts';

const IS: { readonly [Type in Exclude<TestedType, 'Present'>]: (value: Json | undefined) => boolean } = {
  Null: (value) => value === null,
  String: (value) => typeof value === 'string',
  Numeric: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  Timestamp: (value) => timestampMs(value) !== undefined,
};

/** What orders the values of a type; undefined for a value of another type, which compares to nothing. */
const RANK: { readonly [Type in OrderedType]: (value: Json) => string | number | undefined } = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Numeric: (value) => (typeof value === 'number' ? value : undefined),
  Timestamp: timestampMs,
};

const HOLDS: { readonly [Each in Order]: (a: string | number, b: string | number) => boolean } = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b,
};

/** Whether an absent or present value is of a type. */
export function isOfType(type: TestedType, value: Json | undefined): boolean {
  return type === 'Present' ? value !== undefined : IS[type](value);
}

/** Whether two values stand in a relation such as `NumericLessThan`; values of another type stand in none. */
export function compare(comparison: string, value: Json, expected: Json): boolean {
  if (comparison === 'BooleanEquals') {
    return typeof value === 'boolean' && value === expected;
  }
  if (comparison === 'StringMatches') {
    return typeof value === 'string' && typeof expected === 'string' && matchesPattern(value, expected);
  }
  const parts = orderedParts(comparison);
  const a = parts && RANK[parts.type](value);
  const b = parts && RANK[parts.type](expected);
  return parts !== undefined && a !== undefined && b !== undefined && HOLDS[parts.order](a, b);
}

/** `*` stands for any characters; `\*` and `\\` for themselves. */
function matchesPattern(value: string, pattern: string): boolean {
  const source = pattern.replace(/\\([*\\])|\*|[.+?^${}()|[\]\\]/g, (found, escaped: string | undefined) =>
    found === '*' ? '[\\s\\S]*' : `\\${escaped ?? found}`,
  );
  return new RegExp(`^${source}$`).test(value);
}
