import { expect, it } from '@jest/globals';
import { BriefRequest } from '../../../contracts/index.ts';
import { startPipeline } from '../../../handlers/pipeline-starts.ts';
import { newSessionRow } from '../../../handlers/session-rows.ts';
import { dataFolder } from '../../../local/services/data-folder.ts';
import { openLocalServices } from '../../../local/services/open-local-services.ts';
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

it('starts a run whose start was cut off, and lets no broken one keep it from starting', async () => {
  // Prepare: rows as a process leaves them that ends between writing the row and starting the execution.
  const folder = await runsFolder();
  const left = openLocalServices({ data: dataFolder(folder), allow_hosts: [] });
  const cutOff = {
    ...left.services,
    executions: { ...left.executions, start: () => Promise.reject(new Error('cut off')) },
  };
  const request = BriefRequest.parse(BODY);
  await expect(startPipeline(cutOff, request, { owner: 'local' })).rejects.toThrow('cut off');
  const { rows } = await left.services.sessions.list({ owner: 'local', limit: 1 });
  const broken = newSessionRow(left.services, request, {
    session_id: `k-${'0'.repeat(26)}`,
    execution_id: `k-${'0'.repeat(26)}-1`,
    owner: 'local',
    status: 'QUEUED',
    request_sha256: 'a'.repeat(64),
  });
  await left.services.sessions.create(broken);
  await left.close();

  // Act
  const after = await localApi({ folder, scenario: 'ok' });
  const run = await runWhen(after, rows[0]?.execution_id ?? '');

  // Assess
  expect(run.status).toBe('SUCCEEDED');
});
