import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { components } from '../../../docs/examples/api-types.ts';
import { ExecutionStore } from '../../../local/engine/execution-store.ts';
import { dataFolder } from '../../../local/services/data-folder.ts';
import { localApi, runsFolder, runWhen } from '../../support/local-api.ts';

const local = await localApi({ scenario: 'ok' });
const { api, server } = local;

it('serves a whole run to a client that is generated from its description', async () => {
  // Prepare
  const resume = await readFile('local/demo/documents/resume.pdf');
  const granted = await api.POST('/documents', {
    body: {
      file_name: 'resume.pdf',
      purpose: 'resume',
      media_type: 'application/pdf',
      bytes: resume.byteLength,
      sha256: createHash('sha256').update(resume).digest('hex'),
    },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(granted.data?.upload.fields ?? {})) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(resume)]));
  const uploaded = await fetch(granted.data?.upload.url ?? '', { method: 'POST', body: form });

  // Act
  const started = await api.POST('/pipeline', {
    body: {
      company_name: 'Kindlewater',
      company_url: 'https://kindlewater.example',
      job_description: 'Requirements\n\n- Go or Rust in production\n- PostgreSQL and Kafka',
      role: 'Senior Backend Engineer',
      documents: granted.data ? [granted.data.document] : [],
    },
  });
  const executionId = started.data?.execution_id ?? '';
  const run = await runWhen(local, executionId);
  const params = { path: { executionId } };
  const json = await api.GET('/pipeline/{executionId}/brief', { params });
  const page = await fetch(`${server.url}${run.links.brief}`, { headers: { accept: 'text/html' } });
  const listed = await api.GET('/pipeline', { params: { query: { status: 'SUCCEEDED', limit: 10 } } });
  const deleted = await api.DELETE('/pipeline/{executionId}', { params });
  const gone = await api.GET('/pipeline/{executionId}', { params });

  // Assess
  expect([granted.response.status, uploaded.status, started.response.status]).toEqual([201, 204, 202]);
  expect(run).toMatchObject({ status: 'SUCCEEDED', degraded: false, estimated_cost_usd: 0 });
  expect(run.states.map(({ state }) => state)).toContain('ParseDocuments');
  expect((json.data as components['schemas']['Brief']).sources.map(({ kind }) => kind)).toContain('document');
  expect(page.headers.get('content-security-policy')).toContain('sandbox');
  expect(await page.text()).toContain('<!doctype html>');
  expect(listed.data?.runs.map(({ execution_id }) => execution_id)).toEqual([executionId]);
  expect([deleted.response.status, gone.response.status]).toEqual([204, 404]);
});

it('forgets what the engine kept of a run that is deleted', async () => {
  // Prepare
  const folder = await runsFolder();
  const own = await localApi({ scenario: 'ok', folder });
  const body = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 1 };
  const { data } = await own.api.POST('/pipeline', { body });
  const executionId = data?.execution_id ?? '';
  await runWhen(own, executionId);

  // Act
  await own.api.DELETE('/pipeline/{executionId}', { params: { path: { executionId } } });
  await own.server.close();

  // Assess
  const store = new ExecutionStore(dataFolder(folder).executions, true);
  const [execution, events] = [store.find(executionId), store.events(executionId)];
  store.close();
  expect(execution?.description.status).toMatch(/SUCCEEDED|ABORTED/);
  expect(JSON.stringify([execution, events])).not.toMatch(/kindlewater/i);
  expect(events).toEqual([]);
});

it('answers a poll with 304 while nothing has changed', async () => {
  // Prepare
  const { data } = await api.POST('/pipeline', {
    body: { company_name: 'Kindlewater', company_url: 'https://kindlewater.example' },
  });
  const executionId = data?.execution_id ?? '';
  await runWhen(local, executionId);
  const url = `${server.url}/pipeline/${executionId}`;
  const first = await fetch(url);

  // Act
  const second = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });

  // Assess
  expect([second.status, await second.text()]).toEqual([304, '']);
});

it('describes itself', async () => {
  // Act
  const response = await fetch(`${server.url}/openapi.json`);

  // Assess
  expect(await response.json()).toEqual(JSON.parse(await readFile('docs/openapi.json', 'utf8')));
});

it('takes no upload that it did not grant', async () => {
  // Prepare
  const form = new FormData();
  form.append('key', 'uploads/local/x/document');
  form.append('file', new Blob(['anything']));

  // Act
  const [unsigned, noForm] = await Promise.all([
    fetch(`${server.url}/uploads`, { method: 'POST', body: form }),
    fetch(`${server.url}/uploads`, { method: 'POST', body: 'anything' }),
  ]);

  // Assess
  expect([unsigned.status, noForm.status]).toEqual([403, 400]);
  expect(await unsigned.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
});
