import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LambdaName } from '../../../contracts/functions.ts';
import type { CreateDocumentResponse } from '../../../contracts/http/documents.ts';
import type { PipelineStatusResponse, StartPipelineResponse } from '../../../contracts/index.ts';
import { PERMISSIONS } from '../../../contracts/permissions.ts';
import { LOCAL_STATE_MACHINE_ARN } from '../../../local/engine/arns.ts';
import { rawPdf } from '../../services/documents/raw-pdf.ts';
import { jsonOf } from '../../support/api-services.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { PipelineOnAws } from './pipeline-on-aws.ts';
import { openPipelineOnAws } from './pipeline-on-aws.ts';
import { UNUSED_PERMISSIONS } from './unused-permissions.ts';

/** What every function asked of AWS when all of them ran: a checked file, so that a change of what a function does is seen in a review. */
const RECORDED = new URL('../../fixtures/aws/recorded-operations.json', import.meta.url);

/** No call of its own: with it S3 answers 404 instead of 403 for an object that is not there. */
const SEE_ABSENCE = 's3:ListBucket on artifacts-bucket';

const RESUME = `# Alex Morgan

Backend engineer. Built telemetry pipelines on Kafka for 40,000 devices and led a team of four in Oslo.
`;

/** A page that is a picture from edge to edge. */
const SCAN = 'q 595 0 0 842 0 0 cm /Scan Do Q\n';

const folder = await temporaryFolder('on-aws');
let pipeline: PipelineOnAws;
let status: PipelineStatusResponse;
let brief: string;

beforeAll(async () => {
  pipeline = await openPipelineOnAws(folder);
  ({ status, brief } = await useEverything(pipeline));
}, 60_000);

afterAll(() => pipeline.close());

describe('the pipeline on AWS adapters', () => {
  test('ends with a brief from the site, the resume and the scan', () => {
    expect(status).toMatchObject({ status: 'SUCCEEDED', degraded: false });
    expect(brief).toContain('Alex Morgan');
    expect(brief).toContain('reference.pdf');
  });

  test('asks of AWS what the checked file says, function by function', () => {
    // Assess
    expect(pipeline.recorded()).toEqual(JSON.parse(readFileSync(RECORDED, 'utf8')));
  });

  test('asks for nothing that a function is not allowed', () => {
    for (const [name, operations] of Object.entries(pipeline.recorded())) {
      const allowed = allowedTo(name as LambdaName);
      expect({ name, beyond: operations.filter((operation) => !allowed.includes(operation)) }).toEqual({
        name,
        beyond: [],
      });
    }
  });

  test('uses every permission of every function, but for those whose reason is stated', () => {
    // Assess
    expect(unusedPermissions(pipeline)).toEqual(
      Object.fromEntries(
        Object.entries(UNUSED_PERMISSIONS).map(([name, reasons]) => [name, Object.keys(reasons).sort()]),
      ),
    );
  });
});

/** What functions are allowed and did not ask for, besides listing the bucket, which is no call: it makes S3 answer 404 for what is not there. */
function unusedPermissions(on: PipelineOnAws): Record<string, readonly string[]> {
  const recorded = on.recorded();
  return Object.fromEntries(
    (Object.keys(PERMISSIONS) as LambdaName[]).flatMap((name) => {
      const unused = allowedTo(name).filter(
        (operation) => operation !== SEE_ABSENCE && !(recorded[name] ?? []).includes(operation),
      );
      return unused.length === 0 ? [] : [[name, unused.sort()]];
    }),
  );
}

/** Runs the pipeline on two documents to its end, reads everything about it and deletes it; then a run that is stopped and taken up again, one that ends unheard, and one started by hand. */
async function useEverything(on: PipelineOnAws) {
  const documents = [
    await upload(on, 'resume.md', 'resume', 'text/markdown', Buffer.from(RESUME)),
    await upload(on, 'reference.pdf', 'other', 'application/pdf', Buffer.from(rawPdf([SCAN]))),
  ];
  const path = await start(on, documents);
  await on.engine.waitFor(idIn(path));
  const status = jsonOf<PipelineStatusResponse>(await on.ask('getPipeline', { method: 'GET', path }));
  const { body: brief } = await on.ask('getBrief', { method: 'GET', path: `${path}/brief` });
  await on.ask('listPipelines', { method: 'GET', path: '/pipeline' });
  await on.ask('deletePipeline', { method: 'DELETE', path });
  await stopAndRetry(on);
  await repairAborted(on);
  await startByHand(on);
  return { status, brief };
}

async function stopAndRetry(on: PipelineOnAws): Promise<void> {
  const stopped = await start(on, []);
  expect(await on.ask('stopPipeline', { method: 'POST', path: `${stopped}/stop` })).toMatchObject({ statusCode: 200 });
  const retried = await on.ask('retryPipeline', { method: 'POST', path: `${stopped}/retry` });
  expect(retried).toMatchObject({ statusCode: 202 });
  await on.engine.waitFor(jsonOf<StartPipelineResponse>(retried).execution_id);
}

/** Nobody wrote a row for an execution that was started in the console. */
async function startByHand({ engine, site }: PipelineOnAws): Promise<void> {
  const input = { company_name: 'Kindlewater', company_url: site.url, max_pages: 1 };
  await engine.start({ execution_id: 'started-by-hand', input });
  expect(await engine.waitFor('started-by-hand')).toMatchObject({ status: 'SUCCEEDED' });
}

/** An execution that is stopped past the API leaves its row as it was, until the event comes. */
async function repairAborted(on: PipelineOnAws): Promise<void> {
  const name = idIn(await start(on, []));
  await on.engine.stop(name, 'stopped in the console');
  const { execution_arn, started_at } = await on.engine.waitFor(name);
  const startDate = Date.parse(started_at);
  const detail = {
    executionArn: execution_arn,
    stateMachineArn: LOCAL_STATE_MACHINE_ARN,
    name,
    status: 'ABORTED',
    startDate,
    stopDate: startDate,
  };
  const event = { source: 'aws.states', 'detail-type': 'Step Functions Execution Status Change', detail };
  expect(await on.repair(event)).toMatchObject({ repaired: true });
}

async function start({ ask, site }: PipelineOnAws, documents: readonly object[]): Promise<string> {
  const job_description = 'Backend engineer. You know Kafka and telemetry, and you like to write.';
  const body = { company_name: 'Kindlewater', company_url: site.url, job_description, documents, max_pages: 4 };
  const request = { method: 'POST', path: '/pipeline', body, headers: { 'idempotency-key': randomUUID() } };
  const started = await ask('startPipeline', request);
  expect(started).toMatchObject({ statusCode: 202 });
  return `/pipeline/${jsonOf<StartPipelineResponse>(started).execution_id}`;
}

async function upload({ ask }: PipelineOnAws, file_name: string, purpose: string, media_type: string, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = { file_name, purpose, media_type, bytes: bytes.byteLength, sha256 };
  const created = await ask('createDocument', { method: 'POST', path: '/documents', body });
  const { document, upload: form } = jsonOf<CreateDocumentResponse>(created);
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(bytes)]));
  expect((await fetch(form.url, { method: 'POST', body: data })).ok).toBe(true);
  return document;
}

function allowedTo(name: LambdaName): readonly string[] {
  return PERMISSIONS[name].flatMap(({ actions, on }) => actions.map((action) => `${action} on ${on}`));
}

function idIn(path: string): string {
  return path.slice('/pipeline/'.length);
}
