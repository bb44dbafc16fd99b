import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { createAwsServices } from '../../services/aws-services.ts';
import { artifactStoreConformance } from '../conformance/artifact-store.ts';
import { CONFORMANCE_START } from '../conformance/session-row.ts';
import { sessionStoreConformance } from '../conformance/session-store.ts';
import { createSessionTable } from '../support/dynamodb-server.ts';

/** The suites of the stores against moto_server, another hand's reading of the same protocols; `npm run test:moto` starts it. */
const SETTINGS = {
  endpoint: process.env.MOTO_ENDPOINT ?? '',
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a made-up secret' },
};

const OPTIONS = { timeouts: { sdk_seconds: 20 }, client: SETTINGS };

artifactStoreConformance('createS3ArtifactStore on moto_server', async () => {
  const bucket = `artifacts-${randomUUID()}`;
  const client = new S3Client({ ...SETTINGS, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
  return {
    store: await createAwsServices({ ARTIFACTS_BUCKET: bucket }, OPTIONS).artifacts(),
    close: async () => client.destroy(),
  };
});

sessionStoreConformance('createDynamoDbSessionStore on moto_server', async () => {
  const table = `sessions-${randomUUID()}`;
  await createSessionTable(SETTINGS, table);
  let now = CONFORMANCE_START;
  return {
    store: await createAwsServices({ SESSIONS_TABLE: table }, { ...OPTIONS, clock: { now: () => now } }).sessions(),
    advanceSeconds: (seconds) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
    close: async () => undefined,
  };
});
