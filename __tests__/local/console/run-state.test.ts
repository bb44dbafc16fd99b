import { describe, expect, it } from '@jest/globals';
import type { PipelineStatusResponse, TaskState } from '../../../contracts/index.ts';
import { runStates } from '../../../local/console/model/run-state.ts';
import { GRAPH } from './state-machine.ts';

type Status = PipelineStatusResponse['status'];
type Progress = PipelineStatusResponse['states'][number];

function progress(state: TaskState, status: Progress['status'], more: Partial<Progress> = {}): Progress {
  const ended = status === 'running' ? {} : { ended_at: '2026-11-22T10:00:03.000Z' };
  return {
    state,
    status,
    started_at: '2026-11-22T10:00:01.000Z',
    invocations: 1,
    reused: false,
    counts: {},
    ...ended,
    ...more,
  };
}

function told(status: Status, ...states: readonly Progress[]): Record<string, string> {
  const all = runStates(GRAPH, { status, states: [...states] });
  return Object.fromEntries([...all].map(([name, state]) => [name, state.status]));
}

const CREATED = progress('CreateSession', 'succeeded');
const READ = progress('ScrapeCompany', 'succeeded');

describe('the states of a run', () => {
  it('wait while it is queued', () => {
    expect(new Set(Object.values(told('QUEUED')))).toEqual(new Set(['pending']));
  });

  it('are told for those without a function by what came after them', () => {
    // Act
    const states = told('RUNNING', CREATED, READ, progress('AnalyzeWithComprehend', 'running'));

    // Assess
    expect(states).toMatchObject({
      GatherSources: 'done',
      HasDocuments: 'done',
      ParseDocuments: 'skipped',
      NoDocuments: 'done',
      WebsiteUnavailable: 'skipped',
      MergeResults: 'done',
      AnalyzeWithComprehend: 'running',
      GenerateBrief: 'pending',
    });
  });

  it('know which way a choice took as soon as it is taken', () => {
    expect(told('RUNNING', CREATED, progress('ParseDocuments', 'running'))).toMatchObject({
      GatherSources: 'running',
      HasDocuments: 'done',
      ParseDocuments: 'running',
      NoDocuments: 'skipped',
      ScrapeCompany: 'pending',
    });
  });

  it('tell a failure that is tried again from one that is let pass', () => {
    // Prepare
    const throttled = progress('ScrapeCompany', 'failed', { error: 'TransientUpstreamError' });
    const closed = progress('ScrapeCompany', 'failed', { error: 'SiteUnavailableError' });

    // Assess
    expect(told('RUNNING', CREATED, throttled).ScrapeCompany).toBe('retrying');
    expect(told('RUNNING', CREATED, closed).ScrapeCompany).toBe('failed');
    expect(told('RUNNING', CREATED, closed, progress('AnalyzeWithComprehend', 'running'))).toMatchObject({
      ScrapeCompany: 'failed',
      WebsiteUnavailable: 'done',
      GatherSources: 'done',
    });
  });

  it('show the wait before the end', () => {
    expect(
      told(
        'RUNNING',
        CREATED,
        READ,
        progress('AnalyzeWithComprehend', 'succeeded'),
        progress('GenerateBrief', 'succeeded'),
      ).WaitForDelivery,
    ).toBe('running');
  });

  it('are all done or skipped when it has succeeded', () => {
    // Act
    const states = told(
      'SUCCEEDED',
      CREATED,
      READ,
      progress('AnalyzeWithComprehend', 'succeeded'),
      progress('GenerateBrief', 'succeeded'),
      progress('UpdateSession', 'succeeded'),
    );
    const { RecordFailure: _recorded, PipelineFailed: _failed, ...steps } = states;

    // Assess
    expect(Object.entries(steps).filter(([, status]) => status !== 'done')).toEqual([
      ['WebsiteUnavailable', 'skipped'],
      ['ParseDocuments', 'skipped'],
    ]);
  });

  it('show where it failed, what was not reached, and how it ended', () => {
    expect(
      told(
        'FAILED',
        CREATED,
        READ,
        progress('AnalyzeWithComprehend', 'failed', { error: 'TransientUpstreamError', invocations: 3 }),
        progress('RecordFailure', 'succeeded'),
      ),
    ).toMatchObject({
      AnalyzeWithComprehend: 'failed',
      GenerateBrief: 'skipped',
      WaitForDelivery: 'skipped',
      UpdateSession: 'skipped',
      RecordFailure: 'done',
      PipelineFailed: 'failed',
    });
  });

  it('are stopped where it was stopped', () => {
    expect(told('ABORTED', CREATED, progress('ScrapeCompany', 'running'))).toMatchObject({
      ScrapeCompany: 'stopped',
      GatherSources: 'stopped',
      MergeResults: 'skipped',
    });
  });

  it('are stopped, not failed, when stopping ended a step with an error', () => {
    expect(told('ABORTED', CREATED, progress('ScrapeCompany', 'failed', { error: 'AbortError' })).ScrapeCompany).toBe(
      'stopped',
    );
  });

  it('carry times, attempts and counts, and those of what runs side by side together', () => {
    // Act
    const states = runStates(GRAPH, {
      status: 'RUNNING',
      states: [
        CREATED,
        progress('ScrapeCompany', 'succeeded', { invocations: 2, counts: { pages: 3 } }),
        progress('AnalyzeWithComprehend', 'running'),
      ],
    });

    // Assess
    expect(states.get('ScrapeCompany')).toMatchObject({ attempts: 2, counts: { pages: 3 } });
    expect(states.get('GatherSources')).toMatchObject({
      started_at: '2026-11-22T10:00:01.000Z',
      ended_at: '2026-11-22T10:00:03.000Z',
    });
  });
});
