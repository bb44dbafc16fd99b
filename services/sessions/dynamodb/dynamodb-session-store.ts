import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SessionRow, StateProgress, TaskState } from '../../../contracts/index.ts';
import { SESSION_TABLE, SessionConflictError } from '../../../contracts/index.ts';
import type { SendOptions } from '../../aws/call-aws.ts';
import { callAws } from '../../aws/call-aws.ts';
import type { Clock } from '../../services.ts';
import { noLongerRuns } from '../no-longer-runs.ts';
import type { SessionStore, SessionTransition, StateUse } from '../session-store.ts';
import type { SessionTable } from './list-sessions.ts';
import { listSessions } from './list-sessions.ts';
import { runsUnder, useUpdates } from './put-use.ts';
import { progressAttribute, readSessionItem, sessionItemOf } from './session-item.ts';
import { transitionUpdate } from './transition-update.ts';

type Item = Readonly<Record<string, unknown>>;

/** The table, the client that asks it, and the time of day. */
export interface DynamoDbSessionStoreOptions extends SessionTable {
  readonly clock: Clock;
}

/**
 * Sessions in a DynamoDB table with the keys of {@link SESSION_TABLE}. Every change is one conditional write; rows are read
 * consistently, only lists come from the index.
 */
export function createDynamoDbSessionStore({ clock, ...table }: DynamoDbSessionStoreOptions): SessionStore {
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1_000);
  return {
    create: (row) => create(table, row, nowSeconds()),
    get: async (sessionId) => {
      const item = await getItem(table, sessionId);
      return isLive(item, nowSeconds()) ? readSessionItem(item) : undefined;
    },
    transition: (change) => transition(table, change, clock.now()),
    putProgress: (sessionId, state, progress) => putProgress(table, sessionId, state, progress, nowSeconds()),
    putUse: (use) => putUse(table, use, nowSeconds()),
    list: (query) => listSessions(table, query, nowSeconds()),
    delete: async (sessionId) => {
      const command = new DeleteCommand({ TableName: table.table, Key: keyOf(sessionId) });
      await send(table, 'dynamodb:DeleteItem', (options) => table.client.send(command, options));
    },
  };
}

async function create(table: SessionTable, row: SessionRow, nowSeconds: number): Promise<void> {
  const writeId = randomUUID();
  const command = new PutCommand({
    TableName: table.table,
    Item: { ...sessionItemOf(row), last_write_id: writeId },
    ConditionExpression: 'attribute_not_exists(#session_id) OR #expires_at <= :now',
    ExpressionAttributeNames: {
      '#session_id': SESSION_TABLE.partition_key,
      '#expires_at': SESSION_TABLE.ttl_attribute,
    },
    ExpressionAttributeValues: { ':now': nowSeconds },
  });
  const done = await unlessConditionFails(table, 'dynamodb:PutItem', (options) => table.client.send(command, options));
  if (done === undefined && !isWrittenBy(await getItem(table, row.session_id), writeId)) {
    throw new SessionConflictError(`Session ${row.session_id} exists already.`);
  }
}

async function transition(table: SessionTable, change: SessionTransition, now: Date): Promise<SessionRow> {
  const writeId = randomUUID();
  const command = new UpdateCommand({
    TableName: table.table,
    Key: keyOf(change.session_id),
    ReturnValues: 'ALL_NEW',
    ...transitionUpdate(change, writeId, now),
  });
  const changed = await unlessConditionFails(table, 'dynamodb:UpdateItem', (options) =>
    table.client.send(command, options),
  );
  const item = changed?.Attributes ?? (await getItem(table, change.session_id));
  if (item !== undefined && isWrittenBy(item, writeId)) return readSessionItem(item);
  throw new SessionConflictError(
    `Session ${change.session_id} cannot become ${change.to}: ${isLive(item, now.getTime() / 1_000) ? `it is ${String(item.status)} in execution ${String(item.execution_id)}` : 'it does not exist'}.`,
  );
}

/** Touches the key, the attribute and `expires_at` alone and returns nothing, so that a policy can allow a function just its own attribute. */
async function putProgress(
  table: SessionTable,
  sessionId: string,
  state: TaskState,
  progress: StateProgress,
  nowSeconds: number,
): Promise<void> {
  const command = new UpdateCommand({
    TableName: table.table,
    Key: keyOf(sessionId),
    UpdateExpression: 'SET #progress = :progress',
    ConditionExpression: '#expires_at > :now',
    ExpressionAttributeNames: { '#progress': progressAttribute(state), '#expires_at': SESSION_TABLE.ttl_attribute },
    ExpressionAttributeValues: { ':progress': progress, ':now': nowSeconds },
  });
  await unlessConditionFails(table, 'dynamodb:UpdateItem', (options) => table.client.send(command, options));
}

/** Another account can make the map between the two tries; then the first of them holds. */
async function putUse(table: SessionTable, use: StateUse, nowSeconds: number): Promise<void> {
  if (!runsUnder(await getItem(table, use.session_id), use, nowSeconds)) throw noLongerRuns(use);
  const [intoMap, withMap] = useUpdates(table.table, use, nowSeconds);
  for (const command of [intoMap, withMap, intoMap]) {
    const done = await unlessConditionFails(table, 'dynamodb:UpdateItem', (options) =>
      table.client.send(command, options),
    );
    if (done !== undefined) return;
  }
  throw noLongerRuns(use);
}

async function getItem(table: SessionTable, sessionId: string): Promise<Item | undefined> {
  const command = new GetCommand({ TableName: table.table, Key: keyOf(sessionId), ConsistentRead: true });
  return (await send(table, 'dynamodb:GetItem', (options) => table.client.send(command, options))).Item;
}

/** Gives undefined when the condition of a write did not hold, or, after a lost answer, was made untrue by the same write's first attempt. */
async function unlessConditionFails<Answer>(
  table: SessionTable,
  action: `dynamodb:${string}`,
  write: (options: SendOptions) => Promise<Answer>,
): Promise<Answer | undefined> {
  return send(table, action, async (options) => {
    try {
      return await write(options);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  });
}

function send<Answer>(
  { table, call_ms }: SessionTable,
  action: `dynamodb:${string}`,
  work: (options: SendOptions) => Promise<Answer>,
): Promise<Answer> {
  return callAws({ action, resource: `table ${table}` }, call_ms, work);
}

/** The SDK repeats a write whose answer was lost; the second attempt then meets the first one's row, which this tells from another writer's. */
function isWrittenBy(item: Item | undefined, writeId: string): boolean {
  return item?.last_write_id === writeId;
}

/** DynamoDB deletes expired items within days, not at once. */
function isLive(item: Item | undefined, nowSeconds: number): item is Item {
  return item !== undefined && Number(item[SESSION_TABLE.ttl_attribute]) > nowSeconds;
}

function keyOf(sessionId: string): Record<string, string> {
  return { [SESSION_TABLE.partition_key]: sessionId };
}
