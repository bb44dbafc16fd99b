import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PipelineStatusResponse, ProblemDetails, StartPipelineResponse } from '../../contracts/index.ts';
import { LIST_PRICES, MAX_RUN_SECONDS } from '../../contracts/index.ts';
import { createHandler as createCreateSession } from '../../handlers/create-session.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import { createHandler as createRepairOnEvent } from '../../handlers/repair-on-event.ts';
import { createHandler as createUpdate } from '../../handlers/update-session.ts';
import type { ApiServices, SpendLimits } from '../../services/services.ts';
import type { ApiUnderTest } from '../support/api-services.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BODY = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example' };
const POINTER = { key: 'briefs/x', sha256: '0'.repeat(64), bytes: 1 };

const folder = await temporaryFolder('run-budget');
let tests = 0;
let now = new Date('2026-11-22T20:00:00Z');
let subject: ApiUnderTest;

beforeEach(() => {
  now = new Date('2026-11-22T20:00:00Z');
});

afterEach(() => subject.close());

/** The API of a deployment with limits; its clock stands where the test puts it. */
function withLimits(limits: SpendLimits): ApiServices {
  tests += 1;
  const settings = {
    delivery_wait_seconds: 0,
    session_id_secret: async () => 'a secret for tests only',
    made_by: {},
    prices: LIST_PRICES,
    limits,
  };
  subject = apiUnderTest(join(folder, String(tests)), { settings, clock: { now: () => now } });
  return subject.services;
}

function start(key?: string): Promise<ApiResponse> {
  return subject.ask('POST', '/pipeline', {
    body: BODY,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
}

async function started(key?: string): Promise<string> {
  const response = await start(key);
  expect(response.statusCode).toBe(202);
  return jsonOf<StartPipelineResponse>(response).execution_id;
}

/** Brings a run to its end as its last step does, after it has used something. */
async function succeed(services: ApiServices, execution_id: string, cost_usd: number): Promise<void> {
  const session_id = execution_id.replace(/-\d+$/, '');
  await services.sessions.transition({ session_id, from: ['QUEUED'], to: 'RUNNING' });
  await services.sessions.putUse({
    session_id,
    execution_id,
    state: 'GenerateBrief',
    account: 'calls1',
    use: { cost_usd },
  });
  const brief = { json: POINTER, markdown: POINTER, html: POINTER };
  await createUpdate(services)({ session_id, execution_id, brief, degraded: false });
}

function problemOf(response: ApiResponse): ProblemDetails & { readonly retry: number } {
  return { ...jsonOf<ProblemDetails>(response), retry: Number(response.headers['retry-after']) };
}

describe('POST /pipeline with as many runs under way as may be', () => {
  test('is refused with 429, says when to come again, and leaves nothing behind', async () => {
    // Prepare
    withLimits({ max_concurrent_runs: 2 });
    await started();
    await started();

    // Act
    const refused = await start('third');

    // Assess
    expect(problemOf(refused)).toMatchObject({
      status: 429,
      type: 'urn:interview-pipeline:problem:too-many-runs',
      detail: '2 runs are under way, and no more may be.',
      remedy: expect.stringContaining('Retry-After'),
      retry: 5,
    });
    expect(jsonOf<{ runs: unknown[] }>(await subject.ask('GET', '/pipeline')).runs).toHaveLength(2);
    expect(subject.executions.started).toHaveLength(2);
  });

  test('lets in exactly as many of fifty that come at once', async () => {
    // Prepare
    withLimits({ max_concurrent_runs: 6 });

    // Act
    const answers = await Promise.all(Array.from({ length: 50 }, () => start()));

    // Assess
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 202)).toHaveLength(6);
    expect(codes.filter((code) => code === 429)).toHaveLength(44);
    expect(subject.executions.started).toHaveLength(6);
  });

  test('takes a repeated key for the run that it has started, and sets nothing aside again', async () => {
    // Prepare
    withLimits({ max_concurrent_runs: 2 });

    // Act
    const ids = await Promise.all([started('one'), started('one'), started('one')]);
    const again = await started('one');
    const other = await started('two');

    // Assess
    expect(new Set([...ids, again]).size).toBe(1);
    expect(other).not.toBe(again);
    expect((await start('three')).statusCode).toBe(429);
    expect((await start('one')).statusCode).toBe(202);
  });

  test.each([
    ['succeeds', (services: ApiServices, id: string) => succeed(services, id, 0)],
    ['is stopped', async (_: ApiServices, id: string) => void (await subject.ask('POST', `/pipeline/${id}/stop`))],
    ['is deleted', async (_: ApiServices, id: string) => void (await subject.ask('DELETE', `/pipeline/${id}`))],
    [
      'fails',
      async (services: ApiServices, execution_id: string) =>
        void (await createUpdate(services)({
          execution_id,
          failure: { state: 'CreateSession', error: 'TransientUpstreamError', cause: 'no answer' },
        })),
    ],
    [
      'ends unheard, and an event tells of it',
      async (services: ApiServices, name: string) =>
        void (await createRepairOnEvent(services)({
          source: 'aws.states',
          'detail-type': 'Step Functions Execution Status Change',
          detail: {
            executionArn: 'arn:x',
            stateMachineArn: 'arn:y',
            name,
            status: 'TIMED_OUT',
            startDate: 1,
            stopDate: 2,
          },
        })),
    ],
    ['could not be started', undefined],
  ])('has room again once a run %s', async (_, end) => {
    // Prepare
    const services = withLimits({ max_concurrent_runs: 1 });
    if (end === undefined) {
      subject.executions.refuse = new Error('the engine is away');
      expect((await start()).statusCode).toBe(500);
      subject.executions.refuse = undefined;
    } else {
      const id = await started();
      expect((await start()).statusCode).toBe(429);

      // Act
      await end(services, id);
    }

    // Assess
    expect((await start()).statusCode).toBe(202);
    expect((await start()).statusCode).toBe(429);
  });

  test('forgets a run whose end nobody told once it cannot run any more', async () => {
    // Prepare
    withLimits({ max_concurrent_runs: 1, max_run_cost_usd: 2, daily_budget_usd: 3 });
    await started();

    // Act
    now = new Date(now.getTime() + (MAX_RUN_SECONDS - 60) * 1_000);
    const before = await start();
    now = new Date(now.getTime() + 3_600_000);
    const after = await start();

    // Assess
    expect([before.statusCode, after.statusCode]).toEqual([429, 202]);
  });

  test('holds for another attempt as well', async () => {
    // Prepare
    withLimits({ max_concurrent_runs: 1 });
    const id = await started();
    await subject.ask('POST', `/pipeline/${id}/stop`);
    const other = await started();

    // Act
    const refused = await subject.ask('POST', `/pipeline/${id}/retry`);
    await subject.ask('POST', `/pipeline/${other}/stop`);
    const taken = await subject.ask('POST', `/pipeline/${id}/retry`);

    // Assess
    expect(problemOf(refused)).toMatchObject({ status: 429, type: expect.stringContaining('too-many-runs') });
    expect(taken.statusCode).toBe(202);
    expect((await start()).statusCode).toBe(429);
    expect(jsonOf<PipelineStatusResponse>(await subject.ask('GET', `/pipeline/${id}`)).attempt).toBe(2);
  });
});

describe('POST /pipeline with the budget of the day used up', () => {
  const LIMITS = { max_run_cost_usd: 2, daily_budget_usd: 5 };

  test('is refused until midnight UTC when it is spent', async () => {
    // Prepare
    const services = withLimits(LIMITS);
    await succeed(services, await started(), 1.9);
    await succeed(services, await started(), 1.9);

    // Act
    const refused = await start();
    now = new Date('2026-11-23T00:00:00Z');
    const tomorrow = await start();

    // Assess
    expect(problemOf(refused)).toMatchObject({
      status: 429,
      type: 'urn:interview-pipeline:problem:daily-budget-used-up',
      detail: expect.stringMatching(
        /may cost \$5\.00: today's have cost \$3\.80, \$0\.00 are set aside for runs under way, and this one could cost \$2\.00/,
      ),
      retry: 4 * 3_600,
    });
    expect(tomorrow.statusCode).toBe(202);
  });

  test('is refused for a minute when it is only set aside, and taken once runs have cost less', async () => {
    // Prepare
    const services = withLimits(LIMITS);
    const [first, second] = [await started(), await started()];

    // Act
    const refused = await start();
    await succeed(services, first, 0.25);
    await succeed(services, second, 0.25);
    const taken = await start();

    // Assess
    expect(problemOf(refused)).toMatchObject({ status: 429, retry: 60 });
    expect(taken.statusCode).toBe(202);
  });

  test('never sets more aside than the day may cost, with fifty at once', async () => {
    // Prepare
    withLimits(LIMITS);

    // Act
    const answers = await Promise.all(Array.from({ length: 50 }, () => start()));

    // Assess
    expect(answers.filter(({ statusCode }) => statusCode === 202)).toHaveLength(2);
  });

  test('sets aside for another attempt what its session may still cost', async () => {
    // Prepare
    const services = withLimits({ max_run_cost_usd: 2, daily_budget_usd: 3 });
    const id = await started();
    const session_id = id.replace(/-1$/, '');
    await services.sessions.transition({ session_id, from: ['QUEUED'], to: 'RUNNING' });
    await services.sessions.putUse({
      session_id,
      execution_id: id,
      state: 'GenerateBrief',
      account: 'calls1',
      use: { cost_usd: 1.5 },
    });
    await subject.ask('POST', `/pipeline/${id}/stop`);

    // Act: 1.5 are spent, and the second attempt can cost half a dollar.
    const retried = await subject.ask('POST', `/pipeline/${id}/retry`);
    const refused = await start();

    // Assess
    expect(retried.statusCode).toBe(202);
    expect(problemOf(refused).detail).toMatch(/have cost \$1\.50, \$0\.50 are set aside/);
    expect(jsonOf<PipelineStatusResponse>(await subject.ask('GET', `/pipeline/${id}`)).usage.estimated_cost_usd).toBe(
      1.5,
    );
  });

  test('holds for executions that are started by hand', async () => {
    // Prepare
    const services = withLimits(LIMITS);
    const byHand = (name: string) =>
      createCreateSession(services)({
        execution_arn: `arn:${name}`,
        execution_id: name,
        started_at: now.toISOString(),
        request: BODY,
      });
    await byHand('first');
    await byHand('second');

    // Act
    const third = byHand('third');

    // Assess
    await expect(third).rejects.toMatchObject({
      name: 'QuotaExceededError',
      message: expect.stringMatching(/may cost \$5\.00[\s\S]*limits\.dailyBudgetUsd/),
    });
    expect((await start()).statusCode).toBe(429);
    expect(await services.sessions.get('third')).toBeUndefined();
  });
});

test('without limits nothing is refused and nothing is set aside', async () => {
  // Prepare
  const services = withLimits({});

  // Act
  const answers = await Promise.all(Array.from({ length: 10 }, () => start()));

  // Assess
  expect(answers.every(({ statusCode }) => statusCode === 202)).toBe(true);
  expect(await services.budget.change((ledger) => ({ ledger, result: ledger.runs }))).toEqual({});
});
