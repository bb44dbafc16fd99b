import { TASK_STATES } from '../../../contracts/index.ts';
import type { SessionTransition } from '../session-store.ts';
import { progressAttribute } from './session-item.ts';

/** The expressions of an UpdateItem and the names and values that they stand for. */
export interface SessionUpdate {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: Readonly<Record<string, unknown>>;
}

/**
 * The single UpdateItem that makes a transition: DynamoDB checks its condition and writes under one lock on the item. Every name goes
 * through a placeholder, because `status` and `owner` are reserved words.
 *
 * @param writeId names this write in the row
 */
export function transitionUpdate(change: SessionTransition, writeId: string, now: Date): SessionUpdate {
  const { progress, ...patch } = change.patch ?? {};
  const attributes = { status: change.to, updated_at: now.toISOString(), last_write_id: writeId, ...patch };
  const set = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  const nulls = Object.entries(attributes).flatMap(([name, value]) => (value === null ? [name] : []));
  const removed = [...nulls, ...(progress === undefined ? [] : TASK_STATES.map(progressAttribute))];
  const changes = `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  return {
    UpdateExpression:
      removed.length === 0 ? changes : `${changes} REMOVE ${removed.map((name) => `#${name}`).join(', ')}`,
    ...conditionOf(change),
    ExpressionAttributeNames: namesOf([
      ...set.map(([name]) => name),
      ...removed,
      'expires_at',
      ...(change.execution_id === undefined ? [] : ['execution_id']),
    ]),
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      ':now': Math.floor(now.getTime() / 1_000),
      ...Object.fromEntries(change.from.map((status, index) => [`:from${index}`, status])),
      ...(change.execution_id === undefined ? {} : { ':expected_execution_id': change.execution_id }),
    },
  };
}

/** An absent row has no `expires_at`, so the comparison fails for it as for an expired one. */
function conditionOf({ from, execution_id }: SessionTransition): Pick<SessionUpdate, 'ConditionExpression'> {
  const statuses = from.map((_, index) => `:from${index}`).join(', ');
  const owned = execution_id === undefined ? '' : ' AND #execution_id = :expected_execution_id';
  return { ConditionExpression: `#expires_at > :now AND #status IN (${statuses})${owned}` };
}

function namesOf(attributes: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(attributes.map((name) => [`#${name}`, name]));
}
