import type { Prices, RunUsage, SessionRow, Use, UseEntry } from '../contracts/index.ts';
import { addUse, NO_USE, toMicroDollars } from '../contracts/index.ts';
import { transitionsSoFar } from './run-transitions.ts';

/**
 * What a session has used, all its attempts together: the sum of its states' accounts and its transitions.
 *
 * @param transitions those of the run up to now, unless more are to be counted
 */
export function runUsage(row: SessionRow, prices: Prices, transitions: number = transitionsSoFar(row)): RunUsage {
  const entries = entriesOf(row);
  const { cache_read_tokens: _read, cache_write_tokens: _written, ...counts } = entries.reduce<Use>(addUse, NO_USE);
  const paid = entries.reduce((sum, { cost_usd }) => sum + cost_usd, 0);
  return {
    ...counts,
    transitions,
    estimated_cost_usd: toMicroDollars(paid + transitions * prices.transition_usd),
    unpriced: [...new Set(entries.flatMap(({ unpriced }) => unpriced ?? []))].sort(),
  };
}

/** What of it a row keeps when its run has ended: numbers by name. */
export function usageForRow({ unpriced: _unpriced, ...numbers }: RunUsage): SessionRow['usage'] {
  return numbers;
}

function entriesOf({ used = {} }: SessionRow): readonly UseEntry[] {
  return Object.values(used).flatMap((accounts) => Object.values(accounts));
}
