import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { SESSION_TABLE } from '../../../contracts/index.ts';
import type { StateUse } from '../session-store.ts';
import { usedAttribute } from './session-item.ts';

type Item = Readonly<Record<string, unknown>>;

/**
 * Whether the session still runs under this execution. It is read, not made a condition of the write: a function that may name `status` in a condition may write it as well, as far as a policy
 * can tell. What is written in the milliseconds between is one call more.
 */
export function runsUnder(item: Item | undefined, { execution_id }: StateUse, nowSeconds: number): boolean {
  if (item === undefined || Number(item[SESSION_TABLE.ttl_attribute]) <= nowSeconds) return false;
  return item.status === 'RUNNING' && item.execution_id === execution_id;
}

/**
 * The two ways to write an account, of which one holds: into the map of the state's accounts, or that map with it, when it is the first. Both touch the key, the state's own attribute and
 * `expires_at` alone and return nothing, so that a policy can allow a function just these. An account's name begins with a letter and is no reserved word, so that it stands in the path as it is.
 */
export function useUpdates(table: string, use: StateUse, nowSeconds: number): readonly [UpdateCommand, UpdateCommand] {
  const { session_id, state, account } = use;
  const common = {
    TableName: table,
    Key: { [SESSION_TABLE.partition_key]: session_id },
    ExpressionAttributeNames: { '#used': usedAttribute(state), '#expires_at': SESSION_TABLE.ttl_attribute },
  };
  return [
    new UpdateCommand({
      ...common,
      UpdateExpression: `SET #used.${account} = :use`,
      ConditionExpression: '#expires_at > :now AND attribute_exists(#used)',
      ExpressionAttributeValues: { ':now': nowSeconds, ':use': use.use },
    }),
    new UpdateCommand({
      ...common,
      UpdateExpression: 'SET #used = :accounts',
      ConditionExpression: '#expires_at > :now AND attribute_not_exists(#used)',
      ExpressionAttributeValues: { ':now': nowSeconds, ':accounts': { [account]: use.use } },
    }),
  ];
}
