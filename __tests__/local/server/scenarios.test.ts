import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../support/local-api.ts';
import { localApi, runWhen } from '../../support/local-api.ts';

const BODY = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 3 };

describe('a scenario', () => {
  it('degraded ends with a brief that names what could not be read', async () => {
    // Prepare
    const local = await localApi({ scenario: 'degraded' });

    // Act
    const { data } = await local.api.POST('/pipeline', { body: BODY });
    const run = await runWhen(local, data?.execution_id ?? '');

    // Assess
    expect(run).toMatchObject({ status: 'SUCCEEDED', degraded: true });
  });

  it('failed ends without a brief, says why, and can be retried', async () => {
    // Prepare
    const local = await localApi({ scenario: 'failed' });
    const { data } = await local.api.POST('/pipeline', { body: BODY });
    const params = { path: { executionId: data?.execution_id ?? '' } };

    // Act
    const run = await runWhen(local, params.path.executionId);
    const brief = await local.api.GET('/pipeline/{executionId}/brief', { params });
    const retried = await local.api.POST('/pipeline/{executionId}/retry', { params });
    const second = await runWhen(local, retried.data?.execution_id ?? '');

    // Assess
    expect(run).toMatchObject({
      status: 'FAILED',
      failure: {
        state: 'GenerateBrief',
        error: 'GenerateBrief.ModelOutputInvalidError',
        remedy: expect.stringMatching(/\w/),
      },
    });
    expect(brief.response.status).toBe(409);
    expect(second.attempt).toBe(2);
    expect(reused(second)).toEqual(expect.arrayContaining(['ScrapeCompany', 'AnalyzeWithComprehend']));
  });

  it('throttled refuses the first start as the gateway does, and retries a step', async () => {
    // Prepare
    const local = await localApi({ scenario: 'throttled' });

    // Act
    const refused = await local.api.POST('/pipeline', { body: BODY });
    const { data } = await local.api.POST('/pipeline', { body: BODY });
    const run = await runWhen(local, data?.execution_id ?? '');

    // Assess
    expect(refused.response.status).toBe(429);
    expect(refused.error).toEqual({ message: 'Too Many Requests' });
    expect(run.status).toBe('SUCCEEDED');
    expect(run.states.find(({ state }) => state === 'AnalyzeWithComprehend')?.invocations).toBe(2);
  });
});

function reused({ states }: Run): string[] {
  return states.filter((state) => state.reused).map(({ state }) => state);
}
