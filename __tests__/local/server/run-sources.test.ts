import { expect, it } from '@jest/globals';
import { localApi, runWhen } from '../../support/local-api.ts';

const BODY = {
  company_name: 'Kindlewater',
  company_url: 'https://kindlewater.example',
  job_description: 'You know Kafka.',
  max_pages: 3,
};

it('tells what a run has read, pages by rank and then documents, also of an attempt that reads nothing anew', async () => {
  // Prepare
  const local = await localApi({ scenario: 'failed' });
  const { data } = await local.api.POST('/pipeline', { body: BODY });
  const params = { path: { executionId: data?.execution_id ?? '' } };

  // Act
  const first = await runWhen(local, params.path.executionId);
  const retried = await local.api.POST('/pipeline/{executionId}/retry', { params });
  const second = await runWhen(local, retried.data?.execution_id ?? '');

  // Assess
  expect(first.sources.map(({ source_id }) => source_id)).toEqual(['W1', 'W2', 'W3', 'D1']);
  expect(first.sources[0]).toMatchObject({
    kind: 'page',
    title: expect.stringMatching(/\w/),
    url: expect.stringMatching(/^http/),
  });
  expect(first.sources.at(-1)).toMatchObject({ kind: 'document', file_name: 'job-description.txt', words: 3 });
  expect(first.states.flatMap((state) => Object.keys(state))).not.toContain('sources');
  expect(second.states.find(({ state }) => state === 'ScrapeCompany')?.reused).toBe(true);
  expect(second.sources).toEqual(first.sources);
});

it('tells of text that a reader would not see, and of a page as soon as it is read', async () => {
  // Prepare
  const local = await localApi({ scenario: 'slow' });
  const { data } = await local.api.POST('/pipeline', { body: { ...BODY, max_pages: 12 } });

  // Act
  const run = await runWhen(local, data?.execution_id ?? '', ({ sources }) =>
    sources.some(({ kind }) => kind === 'page'),
  );

  const params = { path: { executionId: run.execution_id } };
  const stopped = await local.api.POST('/pipeline/{executionId}/stop', { params });

  // Assess
  expect([run.status, stopped.data?.status]).toEqual(['RUNNING', 'ABORTED']);
  expect(run.sources.reduce((sum, { words }) => sum + words, 0)).toBeGreaterThan(0);
});
