import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { StartPipelineResponse } from '../../contracts/index.ts';
import { createRouter } from '../../handlers/http/routes.ts';
import { LOCAL_STATE_MACHINE_ARN } from '../../local/engine/arns.ts';
import type { LocalExecutions } from '../../local/engine/local-executions.ts';
import { createLocalExecutions } from '../../local/engine/local-executions.ts';
import { createStepFunctionsExecutions } from '../../services/executions/step-functions/step-functions-executions.ts';
import { machineOf, task } from '../local/engine/engine-fixture.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';
import type { AwsJsonServer } from '../support/aws-protocol/aws-json-server.ts';
import { clientSettings } from '../support/aws-protocol/client-settings.ts';
import type { Mishap } from '../support/aws-protocol/mishap.ts';
import { BROKEN } from '../support/aws-protocol/mishap.ts';
import { serveStepFunctions } from '../support/aws-protocol/step-functions/step-functions-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Longer than the time without a sign of life after which a run's execution is looked at. */
const QUIET_MS = 120_000;

const LOST: Mishap = { kind: 'lose_answer' };
const BODY = { company_name: 'Acme', company_url: 'https://acme.example' };

const folder = await temporaryFolder('lost-start');
const { services, close } = apiUnderTest(folder);
afterAll(close);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of open.splice(0).reverse()) await part.close();
});

/** Keys of everything that is kept of requests. */
async function keptKeys(): Promise<string[]> {
  const heads = await Promise.all(['work/', 'uploads/'].map((prefix) => services.artifacts.list(prefix)));
  return heads.flat().map(({ key }) => key);
}

/** The API in front of Step Functions on loopback. With `over_at_once`, an execution has ended before the answer to its start is sent; otherwise it runs on. */
async function apiOnStepFunctions({ over_at_once = false, is_visible = true } = {}) {
  const engine = createLocalExecutions({
    definition: machineOf(task('Only')),
    handlers: { Only: () => (over_at_once ? Promise.resolve({}) : new Promise(() => undefined)) },
    file: join(folder, `${randomUUID()}.sqlite`),
  });
  open.push(engine);
  const start: LocalExecutions['start'] = async (request) => {
    const started = await engine.start(request);
    if (over_at_once) await engine.waitFor(request.execution_id);
    return started;
  };
  const state_machine_arn = LOCAL_STATE_MACHINE_ARN;
  const isVisible = () => is_visible;
  const server = await serveStepFunctions({ executions: { ...engine, start }, state_machine_arn, isVisible });
  open.push(server);
  const client = new SFNClient(clientSettings(server.endpoint));
  const executions = createStepFunctionsExecutions({ client, state_machine_arn, timeouts: { call_ms: 60_000 } });
  let ahead_ms = 0;
  const clock = { now: () => new Date(Date.now() + ahead_ms) };
  const router = createRouter({ ...services, clock, executions });
  const ask = (method: string, path: string, body?: object, key?: string) =>
    router({
      version: '2.0',
      rawPath: path,
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      requestContext: { requestId: 'request-1', http: { method, path } },
    });
  const later = (milliseconds: number) => {
    ahead_ms += milliseconds;
  };
  return { server, ask, later, post: (key?: string) => ask('POST', '/pipeline', BODY, key) };
}

/** The executions that the service was asked to start, each once. */
function startedOn({ requests }: AwsJsonServer): readonly string[] {
  const starts = requests.filter(({ operation }) => operation === 'StartExecution');
  return [...new Set(starts.map(({ input }) => (input as { name: string }).name))];
}

describe.each([
  ['with an idempotency key', randomUUID],
  ['without an idempotency key', () => undefined],
])('a start %s whose answer is lost', (_, newKey) => {
  test.each([
    ['and whose second attempt finds the execution running', [LOST], false],
    ['with every attempt of the call', [LOST, LOST], false],
    ['and whose execution has ended when the second attempt asks', [LOST], true],
    ['with every attempt of the call, after the execution has ended', [LOST, LOST], true],
  ])('%s ends in one execution and 202', async (_name, mishaps, over_at_once) => {
    // Prepare
    const { server, post } = await apiOnStepFunctions({ over_at_once });
    server.mishap('StartExecution', ...mishaps);

    // Act
    const response = await post(newKey());

    // Assess
    const { execution_id } = jsonOf<StartPipelineResponse>(response);
    expect(response.statusCode).toBe(202);
    expect(startedOn(server)).toEqual([execution_id]);
  });
});

describe('a start whose answer is lost and that cannot be looked at either', () => {
  test('is found by the next call with the same key', async () => {
    // Prepare
    const key = randomUUID();
    const { server, post } = await apiOnStepFunctions();
    server.mishap('StartExecution', LOST, LOST);
    server.mishap('DescribeExecution', BROKEN, BROKEN);

    // Act
    const first = await post(key);
    const second = await post(key);

    // Assess
    expect([first.statusCode, second.statusCode]).toEqual([503, 202]);
    expect(startedOn(server)).toEqual([jsonOf<StartPipelineResponse>(second).execution_id]);
  });

  test('is found by the next call with the same key after the execution has ended', async () => {
    // Prepare
    const key = randomUUID();
    const { server, post } = await apiOnStepFunctions({ over_at_once: true });
    server.mishap('StartExecution', LOST, LOST);
    server.mishap('DescribeExecution', BROKEN, BROKEN);

    // Act
    const first = await post(key);
    const second = await post(key);

    // Assess
    expect([first.statusCode, second.statusCode]).toEqual([503, 202]);
    expect(startedOn(server)).toHaveLength(1);
  });
});

test('the name of a run that was deleted stays a conflict, and leaves neither a row nor what was asked for', async () => {
  // Prepare
  const key = randomUUID();
  const { ask, post } = await apiOnStepFunctions({ over_at_once: true });
  const { execution_id } = jsonOf<StartPipelineResponse>(await post(key));
  expect(await ask('DELETE', `/pipeline/${execution_id}`)).toMatchObject({ statusCode: 204 });
  const kept = await keptKeys();

  // Act
  const again = await ask('POST', '/pipeline', { ...BODY, job_description: 'Five years of Go.' }, key);

  // Assess
  expect(again.statusCode).toBe(409);
  expect(await keptKeys()).toEqual(kept);
  expect(again.body).toContain('was deleted');
  expect(await ask('GET', `/pipeline/${execution_id}`)).toMatchObject({ statusCode: 404 });
});

test('a run whose execution cannot be described yet is shown as its row says, however long it has been quiet', async () => {
  // Prepare
  const { post, ask, later } = await apiOnStepFunctions({ is_visible: false });
  const { execution_id } = jsonOf<StartPipelineResponse>(await post());
  later(QUIET_MS);

  // Act
  const seen = await ask('GET', `/pipeline/${execution_id}`);

  // Assess
  expect(seen.statusCode).toBe(200);
  expect(jsonOf(seen)).toMatchObject({ status: 'QUEUED' });
});
