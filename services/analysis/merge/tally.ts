/** What {@link tally} counts. */
export interface Tallied {
  readonly form: string;
  readonly source_id: string;
}

/** A group's forms, most used first, how many there are in all, and the sources they stand in, in the order of first sight. */
export interface Tally {
  readonly name: string;
  readonly variants: string[];
  readonly count: number;
  readonly source_ids: string[];
}

/**
 * Counts the forms of a group. Of forms used equally often the longer names it better ("Jane Doe" before "Jane"),
 * of equally long ones the one with fewer capitals.
 */
export function tally(group: readonly Tallied[]): Tally {
  const counts = new Map<string, number>();
  for (const { form } of group) counts.set(form, (counts.get(form) ?? 0) + 1);
  const forms = [...counts]
    .sort(([left, l], [right, r]) => r - l || right.length - left.length || compareText(right, left))
    .map(([form]) => form);
  const [name = '', ...variants] = forms;
  return { name, variants, count: group.length, source_ids: [...new Set(group.map(({ source_id }) => source_id))] };
}

/** Sorts by count, the highest first, then by name. */
export function byCountThenName<Item extends { readonly count: number }>(
  nameOf: (item: Item) => string,
): (left: Item, right: Item) => number {
  return (left, right) => right.count - left.count || compareText(nameOf(left), nameOf(right));
}

/** By code units: the same on every machine, whatever its locale. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
