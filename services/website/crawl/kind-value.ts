import type { PageKind } from '../../../contracts/index.ts';

/**
 * What the first, second, … page of a kind is worth to an interviewee, out of 100. The order of the first numbers is the order in which pages
 * are read: who they are, whom one meets, what is open, what they stand for, what they make. The drop behind them keeps a reading
 * diverse: a second leadership page or role still comes before a price list, a tenth blog post never before a first anything.
 */
const VALUES: Readonly<Record<PageKind, readonly number[]>> = {
  home: [100, 20],
  job_description: [100, 60],
  about: [96, 50, 20, 10],
  team: [95, 66, 18, 10],
  careers: [92, 40, 15],
  values: [90, 45, 18],
  products: [88, 60, 42, 24, 16],
  news: [82, 46, 40, 22, 14],
  customers: [78, 44, 20, 12],
  role: [76, 62, 44, 28, 18],
  engineering: [72, 34, 16],
  pricing: [68, 10],
  contact: [26, 6],
  other: [22, 20, 18, 16, 14, 12],
};

/** Behind the list every further page of a kind is worth so much of the one before: large budgets are used, not filled with the same. */
const FURTHER = 0.8;

/** Worth of one more page of a kind when `already` pages of it are read or under way. */
export function kindValue(kind: PageKind, already: number): number {
  const values = VALUES[kind];
  const listed = values[already];
  if (listed !== undefined) return listed;
  return (values.at(-1) ?? 0) * FURTHER ** (already - values.length + 1);
}

/** Position of a kind in the order in which pages are shown: smaller comes first. */
export function kindRank(kind: PageKind): number {
  return -kindValue(kind, 0);
}
