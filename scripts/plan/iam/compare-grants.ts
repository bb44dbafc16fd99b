import { canonical } from '../json-values.ts';
import type { Grant } from './grants.ts';

/** A grant whose condition alone is another. */
export interface Reconditioned {
  readonly before: Grant;
  readonly after: Grant;
}

/** How what a policy grants changes. */
export interface GrantChanges {
  readonly added: readonly Grant[];
  readonly removed: readonly Grant[];
  readonly reconditioned: readonly Reconditioned[];
}

/** Compares what was granted with what will be; a grant that comes back under another condition is told as one change. */
export function compareGrants(before: readonly Grant[], after: readonly Grant[]): GrantChanges {
  const [old, now] = [keysOf(before), keysOf(after)];
  const added = after.filter((grant) => !old.has(canonical(grant)));
  const removed = before.filter((grant) => !now.has(canonical(grant)));
  const reconditioned = added.flatMap((grant) => {
    const candidates = removed.filter((other) => apartFromCondition(other) === apartFromCondition(grant));
    const [only, ...more] = candidates;
    const alone = added.filter((other) => apartFromCondition(other) === apartFromCondition(grant)).length === 1;
    return only !== undefined && more.length === 0 && alone ? [{ before: only, after: grant }] : [];
  });
  const paired = new Set(reconditioned.flatMap((pair) => [pair.before, pair.after]));
  return {
    added: added.filter((grant) => !paired.has(grant)),
    removed: removed.filter((grant) => !paired.has(grant)),
    reconditioned,
  };
}

function keysOf(grants: readonly Grant[]): ReadonlySet<string> {
  return new Set(grants.map(canonical));
}

function apartFromCondition({ condition: _, ...grant }: Grant): string {
  return canonical(grant);
}
