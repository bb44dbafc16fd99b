import { afterEach, describe, expect, test } from '@jest/globals';
import type { PipelineStatusResponse } from '../../contracts/index.ts';
import { MAX_RUN_SECONDS } from '../../contracts/index.ts';
import { createHandler as createRepairOnEvent } from '../../handlers/repair-on-event.ts';
import { createHandler as createUpdate } from '../../handlers/update-session.ts';
import { jsonOf } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { LimitedApi, refusalOf } from './limited-api.ts';

const folder = await temporaryFolder('concurrent-runs');
let api: LimitedApi;

afterEach(() => api.subject.close());

const FAILURE = { state: 'CreateSession', error: 'TransientUpstreamError', cause: 'no answer' };

/** The event that Step Functions makes of an execution whose time was up. */
function timedOut(name: string): object {
  const detail = {
    executionArn: 'arn:x',
    stateMachineArn: 'arn:y',
    name,
    status: 'TIMED_OUT',
    startDate: 1,
    stopDate: 2,
  };
  return { source: 'aws.states', 'detail-type': 'Step Functions Execution Status Change', detail };
}

describe('POST /pipeline with as many runs under way as may be', () => {
  test('is refused with 429, says when to come again, and leaves nothing behind', async () => {
    // Prepare
    api = new LimitedApi(folder, { max_concurrent_runs: 2 });
    await api.started();
    await api.started();

    // Act
    const refused = await api.start('third');

    // Assess
    expect(refusalOf(refused)).toMatchObject({
      status: 429,
      type: 'urn:interview-pipeline:problem:too-many-runs',
      detail: '2 runs are under way, and no more may be.',
      remedy: expect.stringContaining('Retry-After'),
      retry: 5,
    });
    expect(jsonOf<{ runs: unknown[] }>(await api.subject.ask('GET', '/pipeline')).runs).toHaveLength(2);
    expect(api.subject.executions.started).toHaveLength(2);
  });

  test('lets in exactly as many of fifty that come at once', async () => {
    // Prepare
    api = new LimitedApi(folder, { max_concurrent_runs: 6 });

    // Act
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.start()));

    // Assess
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 202)).toHaveLength(6);
    expect(codes.filter((code) => code === 429)).toHaveLength(44);
    expect(api.subject.executions.started).toHaveLength(6);
  });

  test('takes a repeated key for the run that it has started, and sets nothing aside again', async () => {
    // Prepare
    api = new LimitedApi(folder, { max_concurrent_runs: 2 });

    // Act
    const ids = await Promise.all([api.started('one'), api.started('one'), api.started('one')]);
    const again = await api.started('one');
    const other = await api.started('two');

    // Assess
    expect(new Set([...ids, again]).size).toBe(1);
    expect(other).not.toBe(again);
    expect((await api.start('three')).statusCode).toBe(429);
    expect((await api.start('one')).statusCode).toBe(202);
  });

  test.each([
    ['succeeds', (id: string) => api.succeed(id, 0)],
    ['is stopped', (id: string) => api.subject.ask('POST', `/pipeline/${id}/stop`)],
    ['is deleted', (id: string) => api.subject.ask('DELETE', `/pipeline/${id}`)],
    ['fails', (execution_id: string) => createUpdate(api.services)({ execution_id, failure: FAILURE })],
    ['ends unheard, and an event tells of it', (name: string) => createRepairOnEvent(api.services)(timedOut(name))],
  ])('has room again once a run %s', async (_, end) => {
    // Prepare
    api = new LimitedApi(folder, { max_concurrent_runs: 1 });
    const id = await api.started();
    expect((await api.start()).statusCode).toBe(429);

    // Act
    await end(id);

    // Assess
    expect((await api.start()).statusCode).toBe(202);
    expect((await api.start()).statusCode).toBe(429);
  });

  test('has room again after a run that could not be started', async () => {
    // Prepare
    api = new LimitedApi(folder, { max_concurrent_runs: 1 });
    api.subject.executions.refuse = new Error('the engine is away');

    // Act
    const failed = await api.start();
    api.subject.executions.refuse = undefined;

    // Assess
    expect(failed.statusCode).toBe(500);
    expect((await api.start()).statusCode).toBe(202);
  });

  test('forgets a run whose end nobody told once it cannot run any more', async () => {
    // Prepare
    api = new LimitedApi(folder, { max_concurrent_runs: 1, max_run_cost_usd: 2, daily_budget_usd: 3 });
    await api.started();

    // Act
    api.now = new Date(api.now.getTime() + (MAX_RUN_SECONDS - 60) * 1_000);
    const before = await api.start();
    api.now = new Date(api.now.getTime() + 3_600_000);
    const after = await api.start();

    // Assess
    expect([before.statusCode, after.statusCode]).toEqual([429, 202]);
  });

  test('holds for another attempt as well', async () => {
    // Prepare
    api = new LimitedApi(folder, { max_concurrent_runs: 1 });
    const id = await api.started();
    await api.subject.ask('POST', `/pipeline/${id}/stop`);
    const other = await api.started();

    // Act
    const refused = await api.subject.ask('POST', `/pipeline/${id}/retry`);
    await api.subject.ask('POST', `/pipeline/${other}/stop`);
    const taken = await api.subject.ask('POST', `/pipeline/${id}/retry`);

    // Assess
    expect(refusalOf(refused)).toMatchObject({ status: 429, type: expect.stringContaining('too-many-runs') });
    expect(taken.statusCode).toBe(202);
    expect((await api.start()).statusCode).toBe(429);
    expect(jsonOf<PipelineStatusResponse>(await api.subject.ask('GET', `/pipeline/${id}`)).attempt).toBe(2);
  });
});
