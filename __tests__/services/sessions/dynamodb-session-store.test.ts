import { randomUUID } from 'node:crypto';
import { CreateTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionRow } from '../../../contracts/index.ts';
import { SESSION_TABLE, TASK_STATES } from '../../../contracts/index.ts';
import type { AwsClientSettings } from '../../../services/aws-services.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import type { SessionStore } from '../../../services/sessions/session-store.ts';
import { CONFORMANCE_START, sampleSessionRow } from '../../conformance/session-row.ts';
import { sessionStoreConformance } from '../../conformance/session-store.ts';
import type { DynamoDbServer } from '../../support/dynamodb-server.ts';
import { startDynamoDbServer } from '../../support/dynamodb-server.ts';
import { startLossyProxy } from '../../support/lossy-proxy.ts';

/** Largest item that DynamoDB takes, in bytes. */
const MAX_ITEM_BYTES = 409_600;

let server: DynamoDbServer;

beforeAll(async () => {
  server = await startDynamoDbServer();
});

afterAll(() => server.close());

sessionStoreConformance('createDynamoDbSessionStore', async () => {
  let now = CONFORMANCE_START;
  const table = await newTable();
  return {
    store: await openStore(table, { now: () => now }),
    advanceSeconds: (seconds) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
    close: async () => undefined,
  };
});

describe('createDynamoDbSessionStore', () => {
  it('loses no update when functions of several processes write at once', async () => {
    // Prepare
    const table = await newTable();
    const stores = await Promise.all(TASK_STATES.map(() => openStore(table)));
    const [row, rounds] = [sampleSessionRow(1), 15];
    await stores[0]?.create(row);

    // Act
    const outcomes = await Promise.allSettled(
      stores.flatMap((store, index) => [
        writeProgress(store, row, index, rounds),
        store.transition({
          session_id: row.session_id,
          from: ['QUEUED'],
          to: 'RUNNING',
          patch: { attempt: index + 2 },
        }),
      ]),
    );

    // Assess
    const found = await stores[0]?.get(row.session_id);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(TASK_STATES.length - 1);
    expect(found?.status).toBe('RUNNING');
    expect(TASK_STATES.map((state) => found?.progress[state]?.invocations)).toEqual(TASK_STATES.map(() => rounds));
  });

  it('takes a write for done whose answer was lost on the way', async () => {
    // Prepare
    const table = await newTable();
    await using proxy = await lossyProxy();
    const store = await openStore(table, startOfSuite, { ...server.settings, endpoint: proxy.endpoint });
    const row = sampleSessionRow(1);

    // Act
    proxy.loseNextAnswer('PutItem');
    await store.create(row);
    proxy.loseNextAnswer('UpdateItem');
    const changed = await store.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'RUNNING' });

    // Assess
    expect(changed).toEqual({ ...row, status: 'RUNNING', updated_at: changed.updated_at });
    await expect(store.create(row)).rejects.toMatchObject({ name: 'SessionConflictError' });
  });

  it('reads rows as they are, not as a replica remembers them', async () => {
    // Prepare
    await using proxy = await lossyProxy();
    const store = await openStore(await newTable(), startOfSuite, { ...server.settings, endpoint: proxy.endpoint });

    // Act
    await store.get(sampleSessionRow(1).session_id);

    // Assess
    expect(proxy.bodies.map((body) => JSON.parse(body).ConsistentRead)).toEqual([true]);
  });

  it('keeps the largest row there can be far below the limit of an item', async () => {
    // Prepare
    const store = await openStore(await newTable());
    const row = largestRow();

    // Act
    await store.create(row);

    // Assess
    expect(await store.get(row.session_id)).toEqual(row);
    expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThan(MAX_ITEM_BYTES / 4);
  });

  it('fills a page with what has not expired, however much has', async () => {
    // Prepare
    const store = await openStore(await newTable());
    const expired = Array.from({ length: 25 }, (_, index) => sampleSessionRow(index + 10, { expires_at: 1 }));
    await Promise.all([...expired, sampleSessionRow(1), sampleSessionRow(2)].map((row) => store.create(row)));

    // Act
    const page = await store.list({ owner: 'local', limit: 2 });

    // Assess
    expect(page).toEqual({ rows: [sampleSessionRow(2), sampleSessionRow(1)] });
  });

  it('lets a cursor lead into nobody else’s sessions', async () => {
    // Prepare
    const store = await openStore(await newTable());
    const theirs = [1, 2, 3].map((number) => sampleSessionRow(number, { owner: 'somebody else' }));
    await Promise.all(theirs.map((row) => store.create(row)));
    const { cursor = '' } = await store.list({ owner: 'somebody else', limit: 1 });

    // Act
    const page = await store.list({ owner: 'local', limit: 10, cursor });

    // Assess
    expect(cursor).not.toBe('');
    expect(page.rows).toEqual([]);
  });

  it('says which table is missing and where its name is set', async () => {
    // Prepare
    const store = await openStore('no-such-table');

    // Act
    const found = store.get(sampleSessionRow(1).session_id);

    // Assess
    await expect(found).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/dynamodb:GetItem on table no-such-table/),
      remedy: expect.stringMatching(/SESSIONS_TABLE/),
    });
  });

  it('says that the index is missing', async () => {
    // Prepare
    const table = `without-index-${randomUUID()}`;
    await server.client.send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: SESSION_TABLE.partition_key, AttributeType: 'S' }],
        KeySchema: [{ AttributeName: SESSION_TABLE.partition_key, KeyType: 'HASH' }],
      }),
    );
    await waitUntilTableExists({ client: server.client, maxWaitTime: 10, minDelay: 1 }, { TableName: table });
    const store = await openStore(table);

    // Act
    const page = store.list({ owner: 'local', limit: 1 });

    // Assess
    await expect(page).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/index owner-created_at/),
    });
  });

  it('says that a row of another version cannot be read', async () => {
    // Prepare
    const table = await newTable();
    const store = await openStore(table);
    const row = { ...sampleSessionRow(1), progress: undefined, schema_version: 2 };
    await server.documents.send(new PutCommand({ TableName: table, Item: row }));

    // Act
    const found = store.get(row.session_id);

    // Assess
    await expect(found).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/schema_version/),
    });
  });
});

/** The rows of the suite expire a day after its start, so the stores of these tests stay on that day. */
const startOfSuite = { now: () => CONFORMANCE_START };

async function newTable(): Promise<string> {
  const name = `sessions-${randomUUID()}`;
  await server.createSessionTable(name);
  return name;
}

function openStore(
  table: string,
  clock = startOfSuite,
  client: AwsClientSettings = server.settings,
): Promise<SessionStore> {
  const options = { timeouts: { sdk_seconds: 120 }, clock, client };
  return createAwsServices({ SESSIONS_TABLE: table }, options).sessions();
}

async function lossyProxy() {
  const proxy = await startLossyProxy(server.settings.endpoint);
  return { ...proxy, [Symbol.asyncDispose]: () => proxy.close() };
}

async function writeProgress(store: SessionStore, row: SessionRow, index: number, rounds: number): Promise<void> {
  for (let invocations = 1; invocations <= rounds; invocations += 1) {
    const state = TASK_STATES[index] ?? 'CreateSession';
    await store.putProgress(row.session_id, state, {
      status: 'running',
      started_at: row.created_at,
      invocations,
      reused: false,
      counts: {},
    });
  }
}

/** Every text as long as the contract lets it be, twelve counts a state as the contract says. */
function largestRow(): SessionRow {
  const counts = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}`.padEnd(40, 'x'), 1 / 3]));
  const base = sampleSessionRow(1);
  const progress = {
    status: 'failed' as const,
    started_at: base.created_at,
    ended_at: base.created_at,
    invocations: 999,
    reused: true,
    counts,
    error: 'e'.repeat(100),
  };
  const pointer = { key: 'k'.repeat(1_024), sha256: 'f'.repeat(64), bytes: Number.MAX_SAFE_INTEGER };
  return {
    ...base,
    execution_arn: 'a'.repeat(2_048),
    owner: 'o'.repeat(512),
    company_name: '\u{1f680}'.repeat(100),
    company_url: '株'.repeat(2_048),
    progress: Object.fromEntries(TASK_STATES.map((state) => [state, progress])),
    failure: { state: 's'.repeat(80), error: 'e'.repeat(256), cause: '株'.repeat(1_500), remedy: '株'.repeat(1_000) },
    brief: { json: pointer, markdown: pointer, html: pointer },
    usage: Object.fromEntries(
      TASK_STATES.flatMap((state) => Object.keys(counts).map((name) => [`${state}.${name}`.slice(0, 60), 1 / 3])),
    ),
  };
}
