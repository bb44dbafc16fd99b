import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { RejectedInputError, SESSION_TABLE } from '../../../contracts/index.ts';
import { callAws } from '../../aws/call-aws.ts';
import { decodeSessionCursor, encodeSessionCursor } from '../session-cursor.ts';
import type { SessionPage, SessionQuery } from '../session-store.ts';
import { readSessionItem } from './session-item.ts';

/** Most rows of a page: keeps one answer small; the same as the public contract's largest page. */
const MAX_SESSIONS_PER_PAGE = 100;

/**
 * Items that one Query reads when a status is sought: DynamoDB filters after it has counted to its limit. A row is about 3 KB, so 200
 * stay below the 1 MB that one Query reads.
 */
const ITEMS_PER_FILTERED_QUERY = 200;

/** Where the sessions lie and how long a call may take. */
export interface SessionTable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** All attempts of one call together, in milliseconds. */
  readonly call_ms: number;
}

/**
 * A page of an owner's sessions, newest first. The index follows the table within a second or so and cannot be read consistently: a
 * session that was just created may be missing from it.
 *
 * @throws RejectedInputError for a limit out of range or a foreign cursor
 */
export async function listSessions(table: SessionTable, query: SessionQuery, nowSeconds: number): Promise<SessionPage> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_SESSIONS_PER_PAGE) {
    throw new RejectedInputError(`The limit must be a whole number from 1 to ${MAX_SESSIONS_PER_PAGE}.`);
  }
  // One more than asked for tells whether another page follows.
  const items = await queryUntil(table, queryInput(table, query, nowSeconds), query.limit + 1);
  const rows = items.slice(0, query.limit).map(readSessionItem);
  const last = rows.at(-1);
  return items.length > query.limit && last
    ? { rows, cursor: encodeSessionCursor([last.created_at, last.session_id]) }
    : { rows };
}

/** Reads on until enough items passed the filter or the index ends. */
async function queryUntil(
  { client, table, call_ms }: SessionTable,
  input: QueryCommandInput,
  enough: number,
): Promise<Record<string, unknown>[]> {
  const call = { action: 'dynamodb:Query', resource: `index ${input.IndexName} of table ${table}` } as const;
  const items: Record<string, unknown>[] = [];
  let start = input.ExclusiveStartKey;
  do {
    const command = new QueryCommand({ ...input, ExclusiveStartKey: start });
    const page = await callAws(call, call_ms, (options) => client.send(command, options));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined && items.length < enough);
  return items;
}

function queryInput({ table }: SessionTable, query: SessionQuery, nowSeconds: number): QueryCommandInput {
  const { name, partition_key, sort_key } = SESSION_TABLE.owner_index;
  const byStatus = query.status === undefined ? '' : ' AND #status = :status';
  return {
    TableName: table,
    IndexName: name,
    ScanIndexForward: false,
    KeyConditionExpression: '#owner = :owner',
    FilterExpression: `#expires_at > :now${byStatus}`,
    Limit: query.status === undefined ? query.limit + 1 : ITEMS_PER_FILTERED_QUERY,
    ExclusiveStartKey: query.cursor === undefined ? undefined : startKey(query.owner, query.cursor),
    ExpressionAttributeNames: {
      '#owner': partition_key,
      '#expires_at': SESSION_TABLE.ttl_attribute,
      ...(query.status === undefined ? {} : { '#status': 'status' }),
    },
    ExpressionAttributeValues: {
      ':owner': query.owner,
      ':now': nowSeconds,
      ...(query.status === undefined ? {} : { ':status': query.status }),
    },
  };

  /** The owner comes from the query: a cursor leads into nobody else's sessions. */
  function startKey(owner: string, cursor: string): Record<string, string> {
    const [createdAt, sessionId] = decodeSessionCursor(cursor);
    return { [partition_key]: owner, [sort_key]: createdAt, [SESSION_TABLE.partition_key]: sessionId };
  }
}
