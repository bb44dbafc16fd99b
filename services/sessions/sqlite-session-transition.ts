import type { SQLInputValue } from 'node:sqlite';
import type { SessionTransition } from './session-store.ts';

/** One SQL statement and the values of its `?`, in order. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/**
 * The single statement that makes a transition: conditions in WHERE, changes inside the JSON document, the new document back.
 * It gives no row when a condition does not hold.
 */
export function transitionStatement(change: SessionTransition, now: Date): Statement {
  const attributes: Record<string, unknown> = { status: change.to, updated_at: now.toISOString(), ...change.patch };
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const set = present.filter(([, value]) => value !== null);
  const removed = present.filter(([, value]) => value === null).map(([name]) => `$.${name}`);
  const edited = `json_set(document${', ?, json(?)'.repeat(set.length)})`;
  const document = removed.length === 0 ? edited : `json_remove(${edited}${', ?'.repeat(removed.length)})`;
  const ownedBy = change.execution_id === undefined ? '' : ' AND execution_id = ?';
  return {
    sql: `UPDATE sessions SET document = ${document}
      WHERE session_id = ? AND expires_at > ? AND status IN (${change.from.map(() => '?').join(', ')})${ownedBy}
      RETURNING document`,
    values: [
      ...set.flatMap(([name, value]) => [`$.${name}`, JSON.stringify(value)]),
      ...removed,
      change.session_id,
      Math.floor(now.getTime() / 1_000),
      ...change.from,
      ...(change.execution_id === undefined ? [] : [change.execution_id]),
    ],
  };
}
