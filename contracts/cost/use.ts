import { z } from 'zod';

const count = z.number().int().nonnegative();

/** What a step used: what it read, and what is paid for. */
export const Use = z.object({
  pages: count,
  documents: count,
  characters: count,
  textract_pages: count,
  comprehend_units: count,
  /** All tokens that went in, those read from and written to a cache included. */
  input_tokens: count,
  cache_read_tokens: count,
  cache_write_tokens: count,
  output_tokens: count,
});

/** What a step used. */
export type Use = z.infer<typeof Use>;

/** One account of a step in the session row; counts that are 0 can be left out. */
export const UseEntry = Use.partial().extend({
  cost_usd: z.number().nonnegative(),
  /** What of it has no price: `tokens of vendor.model`. */
  unpriced: z.string().max(300).optional(),
});

/** One account of a step in the session row. */
export type UseEntry = z.infer<typeof UseEntry>;

/** Nothing used. */
export const NO_USE: Use = {
  pages: 0,
  documents: 0,
  characters: 0,
  textract_pages: 0,
  comprehend_units: 0,
  input_tokens: 0,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: 0,
};

/** The names of what is counted. */
export const USE_COUNTS = Object.keys(NO_USE) as readonly (keyof Use)[];

/** Counts of a use, of which some may be missing: 0 then. */
export type UseCounts = { readonly [Name in keyof Use]?: number | undefined };

/** Adds what was used, count by count. */
export function addUse(one: UseCounts, other: UseCounts): Use {
  return Object.fromEntries(USE_COUNTS.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)])) as Use;
}

/** Takes back what was counted before; never below nothing. */
export function subtractUse(from: Use, taken: UseCounts): Use {
  return Object.fromEntries(USE_COUNTS.map((name) => [name, Math.max(0, from[name] - (taken[name] ?? 0))])) as Use;
}
