import { createHash, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { CreateDocumentResponse } from '../../../contracts/http/documents.ts';
import type { OperationId, PipelineStatusResponse, StartPipelineResponse } from '../../../contracts/index.ts';
import { rawPdf } from '../../services/documents/raw-pdf.ts';
import { jsonOf } from '../../support/api-services.ts';
import { S3Error } from '../../support/s3/s3-error.ts';
import { STATE_MACHINE_ARN } from './deployment.ts';
import type { PipelineOnAws } from './pipeline-on-aws.ts';

const RESUME = `# Alex Morgan

Backend engineer. Built telemetry pipelines on Kafka for 40,000 devices and led a team of four in Oslo.
`;

/** A page that is a picture from edge to edge. */
const SCAN = 'q 595 0 0 842 0 0 cm /Scan Do Q\n';

/** Longer than the time without a sign of life after which a run's execution is looked at. */
const QUIET_MS = 120_000;

/** Attempts that the SDK makes of one call to S3. */
const SDK_ATTEMPTS = 3;

/** What came of the run that reads two documents. */
export interface WholeRun {
  readonly status: PipelineStatusResponse;
  readonly brief: string;
  /** The paths of the calls of the model. */
  readonly model_calls: number;
}

/** Does everything that functions are for, and lets everything happen that they are prepared for, so that each permission is used. */
export async function useEverything(on: PipelineOnAws): Promise<WholeRun> {
  const whole = await wholeRun(on);
  await stopAndRetry(on);
  await deleteWhileRunning(on);
  await reuseDeletedKey(on);
  await lookAtQuietRuns(on);
  await missWhatExpired(on);
  await repairAborted(on);
  await startByHand(on);
  return whole;
}

/** A run on two documents to its end, whose last step is repeated because its result could not be stored; then everything about it is read, and it is deleted. */
async function wholeRun(on: PipelineOnAws): Promise<WholeRun> {
  const documents = [
    await upload(on, 'resume.md', 'resume', 'text/markdown', Buffer.from(RESUME)),
    await upload(on, 'reference.pdf', 'other', 'application/pdf', Buffer.from(rawPdf([SCAN]))),
  ];
  failWritesOf(on, /GenerateBrief\/[^/]+\/result\.json$/, SDK_ATTEMPTS);
  const path = await start(on, { documents });
  await on.engine.waitFor(idIn(path));
  const status = jsonOf<PipelineStatusResponse>(await on.ask('getPipeline', { method: 'GET', path }));
  const { body: brief } = await on.ask('getBrief', { method: 'GET', path: `${path}/brief` });
  await on.ask('listPipelines', { method: 'GET', path: '/pipeline' });
  await on.ask('deletePipeline', { method: 'DELETE', path });
  return { status, brief, model_calls: on.model.calls.length };
}

async function stopAndRetry(on: PipelineOnAws): Promise<void> {
  const stopped = await start(on);
  await expectStatus(on, 'stopPipeline', { method: 'POST', path: `${stopped}/stop` }, 200);
  const retried = await on.ask('retryPipeline', { method: 'POST', path: `${stopped}/retry` });
  expect(retried).toMatchObject({ statusCode: 202 });
  await on.engine.waitFor(jsonOf<StartPipelineResponse>(retried).execution_id);
}

async function deleteWhileRunning(on: PipelineOnAws): Promise<void> {
  await expectStatus(on, 'deletePipeline', { method: 'DELETE', path: await start(on) }, 204);
}

/** The name of a deleted run's execution is remembered: no new run is made under its key, and one that was made because the execution could not be seen is taken back. */
async function reuseDeletedKey(on: PipelineOnAws): Promise<void> {
  const key = randomUUID();
  const path = await start(on, {}, key);
  await on.ask('stopPipeline', { method: 'POST', path: `${path}/stop` });
  await on.ask('deletePipeline', { method: 'DELETE', path });
  await expectStatus(on, 'startPipeline', startRequest(on, {}, key), 409);
  on.states.mishap('DescribeExecution', { kind: 'error', status: 400, type: 'ExecutionDoesNotExist' });
  await expectStatus(on, 'startPipeline', startRequest(on, {}, key), 409);
}

/** Executions that were stopped in the console leave their rows as they were: whoever looks a while later brings them to their end. */
async function lookAtQuietRuns(on: PipelineOnAws): Promise<void> {
  const [status, brief, retry] = [await abort(on), await abort(on), await abort(on)];
  const later = { later_ms: QUIET_MS };
  const seen = await on.ask('getPipeline', { method: 'GET', path: status, ...later });
  expect(jsonOf<PipelineStatusResponse>(seen)).toMatchObject({ status: 'ABORTED' });
  await expectStatus(on, 'getBrief', { method: 'GET', path: `${brief}/brief`, ...later }, 409);
  await expectStatus(on, 'retryPipeline', { method: 'POST', path: `${retry}/retry`, ...later }, 202);
  await on.engine.waitFor(`${idIn(retry).slice(0, -1)}2`);
}

/** Uploads, requests and briefs go after some days; what asks for them is told that they are gone, not that it may not see them. */
async function missWhatExpired(on: PipelineOnAws): Promise<void> {
  const unknown = { document_id: '0'.repeat(32), purpose: 'other', file_name: 'gone.pdf' };
  await expectStatus(on, 'startPipeline', startRequest(on, { documents: [unknown] }), 400);
  const done = await start(on);
  await on.engine.waitFor(idIn(done));
  expire(on, /^briefs\//);
  await expectStatus(on, 'getBrief', { method: 'GET', path: `${done}/brief` }, 400);
  const aborted = await abort(on);
  await on.ask('stopPipeline', { method: 'POST', path: `${aborted}/stop` });
  expire(on, /\/input\//);
  await expectStatus(on, 'retryPipeline', { method: 'POST', path: `${aborted}/retry` }, 400);
  await expectStatus(on, 'deletePipeline', { method: 'DELETE', path: aborted }, 204);
}

/** An execution that is stopped past the API leaves its row as it was, until the event comes. */
async function repairAborted(on: PipelineOnAws): Promise<void> {
  const name = idIn(await abort(on));
  const { execution_arn, started_at } = await on.engine.waitFor(name);
  const startDate = Date.parse(started_at);
  const detail = {
    executionArn: execution_arn,
    stateMachineArn: STATE_MACHINE_ARN,
    name,
    status: 'ABORTED',
    startDate,
    stopDate: startDate,
  };
  const event = { source: 'aws.states', 'detail-type': 'Step Functions Execution Status Change', detail };
  expect(await on.repair(event)).toMatchObject({ repaired: true });
}

/** Nobody wrote a row for an execution that was started in the console. */
async function startByHand({ engine, site }: PipelineOnAws): Promise<void> {
  const input = { company_name: 'Kindlewater', company_url: site.url, max_pages: 1 };
  await engine.start({ execution_id: 'started-by-hand', input });
  expect(await engine.waitFor('started-by-hand')).toMatchObject({ status: 'SUCCEEDED' });
}

/** Starts a run and stops its execution past the API. */
async function abort(on: PipelineOnAws): Promise<string> {
  const path = await start(on);
  await on.engine.stop(idIn(path), 'stopped in the console');
  await on.engine.waitFor(idIn(path));
  return path;
}

async function start(on: PipelineOnAws, more: object = {}, key: string = randomUUID()): Promise<string> {
  const started = await on.ask('startPipeline', startRequest(on, more, key));
  expect(started).toMatchObject({ statusCode: 202 });
  return `/pipeline/${jsonOf<StartPipelineResponse>(started).execution_id}`;
}

function startRequest({ site }: PipelineOnAws, more: object, key: string = randomUUID()) {
  const job_description = 'Backend engineer. You know Kafka and telemetry, and you like to write.';
  const body = { company_name: 'Kindlewater', company_url: site.url, job_description, max_pages: 4, ...more };
  return { method: 'POST', path: '/pipeline', body, headers: { 'idempotency-key': key } };
}

async function expectStatus(
  { ask }: PipelineOnAws,
  operation: OperationId,
  request: Parameters<PipelineOnAws['ask']>[1],
  statusCode: number,
): Promise<void> {
  expect({ operation, ...(await ask(operation, request)) }).toMatchObject({ operation, statusCode });
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

function failWritesOf({ s3 }: PipelineOnAws, keys: RegExp, times: number): void {
  let left = times;
  s3.intercept(({ method, key }) => {
    if (method !== 'PUT' || !keys.test(key) || left === 0) return undefined;
    left -= 1;
    return new S3Error(500, 'InternalError');
  });
}

/** Removes objects as the bucket's lifecycle does. */
function expire({ s3: { versions } }: PipelineOnAws, keys: RegExp): void {
  for (const { key, version_id } of versions.below('')) if (keys.test(key)) versions.delete(key, version_id);
}

function idIn(path: string): string {
  return path.slice('/pipeline/'.length);
}
