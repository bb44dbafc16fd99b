import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeBundles } from '../../../scripts/bundle/write-bundles.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import { sampleSessionRow } from '../../conformance/session-row.ts';
import { invokeFunction, unpackFunction } from '../../support/bundles/invoke-function.ts';
import type { DynamoDbServer } from '../../support/dynamodb-server.ts';
import { startDynamoDbServer } from '../../support/dynamodb-server.ts';
import type { S3Server } from '../../support/s3/s3-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FACT_SHEET = readFileSync(join(ROOT, 'local/demo/site/about/kindlewater-fact-sheet.pdf'));
const HOME = `<!doctype html><title>Kindlewater</title><main><h1>Kindlewater</h1>
<p>Kindlewater measures water in cities and tells their utilities where pipes are leaking.</p>
<p><a href="/about/fact-sheet.pdf">About us: the fact sheet (PDF)</a></p></main>`;

/** Stands on the second page of the document, and nowhere on the site. */
const IN_THE_FACT_SHEET = 'IEC 62443-4-1 for the development of Sillgate';

const TABLE = 'sessions';

const folder = await temporaryFolder('linked-pdf');
const site = createServer(({ url }, response) => {
  if (url === '/') response.setHeader('content-type', 'text/html').end(HOME);
  else if (url === '/about/fact-sheet.pdf') response.setHeader('content-type', 'application/pdf').end(FACT_SHEET);
  else response.writeHead(404).end();
});
let s3: S3Server;
let dynamodb: DynamoDbServer;

beforeAll(async () => {
  [s3, dynamodb] = await Promise.all([startS3Server(), startDynamoDbServer()]);
  await dynamodb.createSessionTable(TABLE);
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  await writeBundles(ROOT, join(folder, 'zips'), ['ScrapeCompany']);
});

afterAll(async () => {
  await Promise.all([s3.close(), dynamodb.close()]);
  site.closeAllConnections();
  site.close();
});

test('the deployed ScrapeCompany reads a PDF that the site links, with the parser of its own zip', async () => {
  // Prepare
  const row = sampleSessionRow(1, { company_url: 'http://kindlewater.example/' });
  const options = { timeouts: { sdk_seconds: 120 }, client: dynamodb.settings };
  const sessions = await createAwsServices({ SESSIONS_TABLE: TABLE }, options).sessions();
  await sessions.create(row);
  const { session_id, execution_id, company_name, company_url } = row;

  // Act
  const { answer, errorMessage } = await invokeFunction({
    task: unpackFunction(join(folder, 'zips', 'ScrapeCompany.zip'), join(folder, 'task')),
    name: 'ScrapeCompany',
    event: {
      session_id,
      execution_id,
      company_name,
      company_url,
      also_urls: [],
      job_url: null,
      max_pages: 3,
      deadline_at: new Date(Date.now() + 60_000).toISOString(),
    },
    preload: join(ROOT, '__tests__/support/bundles/public-names-on-loopback.mjs'),
    variables: {
      PUBLIC_NAMES: JSON.stringify({ 'kindlewater.example': (site.address() as AddressInfo).port }),
      ARTIFACTS_BUCKET: s3.bucket,
      SESSIONS_TABLE: TABLE,
      AWS_ENDPOINT_URL_S3: s3.settings.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.settings.endpoint,
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'a made-up secret',
    },
  });

  // Assess
  expect({ answer, errorMessage }).toMatchObject({ answer: { status: 'read', source_count: 2, gap_count: 0 } });
  const stored = s3.versions.below('work/').map(({ body }) => body?.toString('utf8') ?? '');
  expect(stored.find((text) => text.includes(IN_THE_FACT_SHEET))).toBeDefined();
});
