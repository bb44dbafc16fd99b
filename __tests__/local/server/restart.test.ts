import { expect, it } from '@jest/globals';
import { localApi, runsFolder, runWhen } from '../../support/local-api.ts';

const BODY = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 3 };

it('keeps everything over a restart, and finishes the run that was under way', async () => {
  // Prepare
  const folder = await runsFolder();
  const before = await localApi({ folder, scenario: 'slow' });
  const { data } = await before.api.POST('/pipeline', { body: BODY, headers: { 'idempotency-key': 'restart-1' } });
  const executionId = data?.execution_id ?? '';
  await runWhen(before, executionId, ({ status }) => status === 'RUNNING');
  await before.server.close();

  // Act
  const after = await localApi({ folder, scenario: 'ok' });
  const run = await runWhen(after, executionId);
  const repeated = await after.api.POST('/pipeline', { body: BODY, headers: { 'idempotency-key': 'restart-1' } });

  // Assess
  expect(after.server.resumed).toBe(1);
  expect(run.status).toBe('SUCCEEDED');
  expect(repeated.data?.execution_id).toBe(executionId);
});

it('stops a run at once when it is asked to, and retries it', async () => {
  // Prepare
  const local = await localApi({ scenario: 'slow' });
  const { data } = await local.api.POST('/pipeline', { body: BODY });
  const params = { path: { executionId: data?.execution_id ?? '' } };

  // Act
  const stopped = await local.api.POST('/pipeline/{executionId}/stop', { params });
  const retried = await local.api.POST('/pipeline/{executionId}/retry', { params });

  // Assess
  expect(stopped.data).toMatchObject({ status: 'ABORTED' });
  expect(retried.response.status).toBe(202);
});
