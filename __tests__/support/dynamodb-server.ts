import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { SESSION_TABLE } from '../../contracts/index.ts';
import type { AwsClientSettings } from '../../services/aws-services.ts';

/** DynamoDB's protocol on loopback, in this process, and how to reach it. */
export interface DynamoDbServer {
  readonly settings: AwsClientSettings & { readonly endpoint: string };
  /** For what the store under test does not do. */
  readonly client: DynamoDBClient;
  readonly documents: DynamoDBDocumentClient;
  /** Makes an empty table of sessions with the keys that the stack gives it. */
  createSessionTable(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server without tables. */
export async function startDynamoDbServer(): Promise<DynamoDbServer> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings = loopbackSettings((server.address() as AddressInfo).port);
  const client = new DynamoDBClient(settings);
  return {
    settings,
    client,
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    createSessionTable: (name) => createSessionTable(settings, name),
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How clients reach a server on loopback; the credentials are made up, and no real region has this name. */
function loopbackSettings(port: number): AwsClientSettings & { readonly endpoint: string } {
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'loopback-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a made-up secret' },
  };
}

/** Makes an empty table of sessions with the keys that the stack gives it. */
export async function createSessionTable(settings: AwsClientSettings, name: string): Promise<void> {
  const client = new DynamoDBClient(settings);
  const { partition_key, owner_index } = SESSION_TABLE;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [partition_key, owner_index.partition_key, owner_index.sort_key].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [{ AttributeName: partition_key, KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: owner_index.name,
          KeySchema: [
            { AttributeName: owner_index.partition_key, KeyType: 'HASH' },
            { AttributeName: owner_index.sort_key, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName: name });
  client.destroy();
}
