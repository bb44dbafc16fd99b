import { setTimeout as delay } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ConfigurationError, SESSION_TABLE, TransientUpstreamError } from '../../../contracts/index.ts';
import { callAws } from '../../aws/call-aws.ts';
import type { SessionTable } from '../../sessions/dynamodb/list-sessions.ts';
import type { BudgetStore, LedgerChange } from '../budget-ledger.ts';
import { BudgetLedger, EMPTY_LEDGER } from '../budget-ledger.ts';

/** The key of the ledger's item: no session has a `#` in its id. */
export const LEDGER_KEY = 'budget#ledger';

/**
 * Tries of one change. Each that is lost was another's gain, so that fifty at once need fifty in the worst order there is; with waits of random length a few do. Starts are held to a
 * few a second before they come here.
 */
const MAX_TRIES = 60;

/** Longest wait before the next try, in milliseconds: doubling from the first up to the last. */
const FIRST_WAIT_MS = 10;
const LAST_WAIT_MS = 160;

/** The ledger as it was read, and the number that a write of it must find again. */
interface Read {
  readonly ledger: BudgetLedger;
  readonly version: number;
}

/**
 * The ledger as one item in the table of the sessions, without an owner, so that no list shows it. A change is read, worked out and written on condition that nobody wrote meanwhile; DynamoDB
 * checks the condition under its lock on the item.
 */
export function createDynamoDbBudgetStore(table: SessionTable): BudgetStore {
  return { change: (change) => changeLedger(table, change) };
}

async function changeLedger<Result>(
  table: SessionTable,
  change: (ledger: BudgetLedger) => LedgerChange<Result>,
): Promise<Result> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const before = await readLedger(table);
    const { ledger, result } = change(before.ledger);
    if (ledger === before.ledger || (await writeLedger(table, { ledger, version: before.version }))) return result;
    await delay(Math.random() * Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));
  }
  throw new TransientUpstreamError(
    `Too many runs started and ended at once: the budget was changed by others ${MAX_TRIES} times.`,
  );
}

async function readLedger({ client, table, call_ms }: SessionTable): Promise<Read> {
  const command = new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true });
  const call = { action: 'dynamodb:GetItem', resource: `table ${table}` } as const;
  const { Item: item } = await callAws(call, call_ms, (options) => client.send(command, options));
  if (item === undefined) return { ledger: EMPTY_LEDGER, version: 0 };
  const parsed = BudgetLedger.safeParse(item.ledger);
  if (parsed.success) return { ledger: parsed.data, version: Number(item.version) };
  throw new ConfigurationError(`The item ${LEDGER_KEY} of table ${table} cannot be read by this version.`, {
    cause: parsed.error,
    remedy: 'Delete the item while no run is under way: a new one is made.',
  });
}

/**
 * Gives whether it was written. The SDK repeats a write whose answer was lost and then finds its own: that counts as not written, and the change is worked out once more, which
 * changes nothing then.
 */
async function writeLedger({ client, table, call_ms }: SessionTable, { ledger, version }: Read): Promise<boolean> {
  const command = new UpdateCommand({
    TableName: table,
    Key: KEY,
    UpdateExpression: 'SET #ledger = :ledger, #version = :next',
    ConditionExpression: version === 0 ? 'attribute_not_exists(#version)' : '#version = :version',
    ExpressionAttributeNames: { '#ledger': 'ledger', '#version': 'version' },
    ExpressionAttributeValues: {
      ':ledger': ledger,
      ':next': version + 1,
      ...(version === 0 ? {} : { ':version': version }),
    },
  });
  const call = { action: 'dynamodb:UpdateItem', resource: `table ${table}` } as const;
  return callAws(call, call_ms, async (options) => {
    try {
      await client.send(command, options);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  });
}

const KEY = { [SESSION_TABLE.partition_key]: LEDGER_KEY };
