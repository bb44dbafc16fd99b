const ORDERED = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'] as const;
const ORDERED_TYPES = ['String', 'Numeric', 'Timestamp'] as const;
const TESTED_TYPES = ['Null', 'Present', 'String', 'Numeric', 'Boolean', 'Timestamp'] as const;

/** The type whose values a comparison orders. */
export type OrderedType = (typeof ORDERED_TYPES)[number];
/** How a comparison orders. */
export type Order = (typeof ORDERED)[number];
/** What an `Is…` comparison tests. */
export type TestedType = (typeof TESTED_TYPES)[number];

/** The name of a comparison in a Choice rule, for example `NumericGreaterThanPath` or `IsPresent`. */
export type Comparison =
  | `Is${TestedType}`
  | `${OrderedType}${Order}`
  | `${OrderedType}${Order}Path`
  | 'BooleanEquals'
  | 'BooleanEqualsPath'
  | 'StringMatches';

/** The name of every comparison. */
export const COMPARISONS: readonly Comparison[] = [
  ...TESTED_TYPES.map((type) => `Is${type}` as const),
  ...ORDERED_TYPES.flatMap((type) => ORDERED.flatMap((order) => [`${type}${order}`, `${type}${order}Path`] as const)),
  'BooleanEquals',
  'BooleanEqualsPath',
  'StringMatches',
];

/** Splits a comparison of ordered values into its type and order. */
export function orderedParts(comparison: string): { readonly type: OrderedType; readonly order: Order } | undefined {
  const type = ORDERED_TYPES.find((candidate) => comparison.startsWith(candidate));
  const order = ORDERED.find((candidate) => type !== undefined && comparison === `${type}${candidate}`);
  return type && order && { type, order };
}
