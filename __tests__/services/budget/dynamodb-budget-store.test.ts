import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AwsClientSettings } from '../../../services/aws-services.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import { admitRun } from '../../../services/budget/admit-run.ts';
import type { BudgetStore } from '../../../services/budget/budget-ledger.ts';
import { LEDGER_KEY } from '../../../services/budget/dynamodb/dynamodb-budget-store.ts';
import { budgetStoreConformance } from '../../conformance/budget-store.ts';
import { sampleSessionRow } from '../../conformance/session-row.ts';
import type { DynamoDbServer } from '../../support/dynamodb-server.ts';
import { startDynamoDbServer } from '../../support/dynamodb-server.ts';
import { startLossyProxy } from '../../support/lossy-proxy.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

let server: DynamoDbServer;

beforeAll(async () => {
  server = await startDynamoDbServer();
});

afterAll(() => server.close());

async function newTable(): Promise<string> {
  const table = `budget-${randomUUID()}`;
  await server.createSessionTable(table);
  return table;
}

function aws(table: string, client: AwsClientSettings = server.settings) {
  return createAwsServices({ SESSIONS_TABLE: table }, { timeouts: { sdk_seconds: 120 }, client });
}

function start(store: BudgetStore, execution_id: string) {
  const applicant = { execution_id, reserved_usd: 2, before_usd: 0, until: NOW.getTime() };
  return store.change((ledger) => admitRun(ledger, applicant, { daily_budget_usd: 3 }, NOW));
}

budgetStoreConformance('the DynamoDB budget store', async () => {
  const table = await newTable();
  return { store: await aws(table).budget(), another: () => aws(table).budget(), close: async () => undefined };
});

describe('the DynamoDB budget store', () => {
  it('sets aside once when the answer to the write was lost on the way', async () => {
    // Prepare
    const table = await newTable();
    const proxy = await startLossyProxy(server.settings.endpoint);
    const store = await aws(table, { ...server.settings, endpoint: proxy.endpoint }).budget();

    // Act
    proxy.loseNextAnswer('UpdateItem');
    const refusal = await start(store, 'run-1');
    const second = await start(store, 'run-2');
    await proxy.close();

    // Assess
    expect(refusal).toBeUndefined();
    expect(second).toMatchObject({ reason: 'budget-used-up', reserved_usd: 2 });
  });

  it('shows in no list of sessions', async () => {
    // Prepare
    const table = await newTable();
    const sessions = await aws(table).sessions();
    const row = sampleSessionRow(1, { expires_at: Math.floor(Date.now() / 1_000) + 1_000 });
    await sessions.create(row);

    // Act
    await start(await aws(table).budget(), 'run-1');

    // Assess
    expect((await sessions.list({ owner: row.owner, limit: 100 })).rows).toEqual([row]);
    expect(await sessions.get(LEDGER_KEY)).toBeUndefined();
  });

  it('tells of a ledger that another version wrote', async () => {
    // Prepare
    const table = await newTable();
    const Item = { session_id: LEDGER_KEY, version: 3, ledger: { runs: 'many' } };
    await server.documents.send(new PutCommand({ TableName: table, Item }));

    // Act
    const started = start(await aws(table).budget(), 'run-1');

    // Assess
    await expect(started).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringContaining(LEDGER_KEY),
    });
  });
});
