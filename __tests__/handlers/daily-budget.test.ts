import { afterEach, describe, expect, test } from '@jest/globals';
import type { PipelineStatusResponse } from '../../contracts/index.ts';
import { createHandler as createCreateSession } from '../../handlers/create-session.ts';
import { jsonOf } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { BODY, LimitedApi, refusalOf } from './limited-api.ts';

const folder = await temporaryFolder('daily-budget');
let api: LimitedApi;

afterEach(() => api.subject.close());

describe('POST /pipeline with the budget of the day used up', () => {
  const LIMITS = { max_run_cost_usd: 2, daily_budget_usd: 5 };

  test('is refused until midnight UTC when it is spent', async () => {
    // Prepare
    api = new LimitedApi(folder, LIMITS);
    await api.succeed(await api.started(), 1.9);
    await api.succeed(await api.started(), 1.9);

    // Act
    const refused = await api.start();
    api.now = new Date('2026-11-23T00:00:00Z');
    const tomorrow = await api.start();

    // Assess
    expect(refusalOf(refused)).toMatchObject({
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
    api = new LimitedApi(folder, LIMITS);
    const [first, second] = [await api.started(), await api.started()];

    // Act
    const refused = await api.start();
    await api.succeed(first, 0.25);
    await api.succeed(second, 0.25);
    const taken = await api.start();

    // Assess
    expect(refusalOf(refused)).toMatchObject({ status: 429, retry: 60 });
    expect(taken.statusCode).toBe(202);
  });

  test('never sets more aside than the day may cost, with fifty at once', async () => {
    // Prepare
    api = new LimitedApi(folder, LIMITS);

    // Act
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.start()));

    // Assess
    expect(answers.filter(({ statusCode }) => statusCode === 202)).toHaveLength(2);
  });

  test('sets aside for another attempt what its session may still cost', async () => {
    // Prepare
    api = new LimitedApi(folder, { max_run_cost_usd: 2, daily_budget_usd: 3 });
    const id = await api.started();
    await api.use(id, 1.5);
    await api.subject.ask('POST', `/pipeline/${id}/stop`);

    // Act: 1.5 are spent, and the second attempt can cost half a dollar.
    const retried = await api.subject.ask('POST', `/pipeline/${id}/retry`);
    const refused = await api.start();

    // Assess
    expect(retried.statusCode).toBe(202);
    expect(refusalOf(refused).detail).toMatch(/have cost \$1\.50, \$0\.50 are set aside/);
    expect(
      jsonOf<PipelineStatusResponse>(await api.subject.ask('GET', `/pipeline/${id}`)).usage.estimated_cost_usd,
    ).toBe(1.5);
  });

  test('holds for executions that are started by hand', async () => {
    // Prepare
    api = new LimitedApi(folder, LIMITS);
    const byHand = (name: string) =>
      createCreateSession(api.services)({
        execution_arn: `arn:${name}`,
        execution_id: name,
        started_at: api.now.toISOString(),
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
    expect((await api.start()).statusCode).toBe(429);
    expect(await api.services.sessions.get('third')).toBeUndefined();
  });
});

test('without limits nothing is refused and nothing is set aside', async () => {
  // Prepare
  api = new LimitedApi(folder, {});

  // Act
  const answers = await Promise.all(Array.from({ length: 10 }, () => api.start()));

  // Assess
  expect(answers.every(({ statusCode }) => statusCode === 202)).toBe(true);
  expect(await api.services.budget.change((ledger) => ({ ledger, result: ledger.runs }))).toEqual({});
});
