import { describe, expect, it } from '@jest/globals';
import { localFunctionArn } from '../../../local/engine/arns.ts';
import { renderStateMachine, stateMachineTemplate } from '../../../statemachine/render.ts';
import type { Handlers } from './engine-fixture.ts';
import { namedError, runOnce, shortSleep } from './engine-fixture.ts';

const DEFINITION = renderStateMachine(stateMachineTemplate(), {
  CreateSession: localFunctionArn('CreateSession'),
  ScrapeCompany: localFunctionArn('ScrapeCompany'),
  ParseDocuments: localFunctionArn('ParseDocuments'),
  AnalyzeWithComprehend: localFunctionArn('AnalyzeWithComprehend'),
  GenerateBrief: localFunctionArn('GenerateBrief'),
  UpdateSession: localFunctionArn('UpdateSession'),
});

const BRIEF = { json: 'pointer', markdown: 'pointer', html: 'pointer' };

/** Handlers that answer as little as the states after them need, and note what they were called with. */
function fakeHandlers(documentCount: number, replaced: Handlers = {}) {
  const calls: { readonly name: string; readonly event: Record<string, unknown> }[] = [];
  const answers: Handlers = {
    CreateSession: async (event) => ({
      ...(event as { request: object }).request,
      session_id: 's-1',
      execution_id: 'one',
      attempt: 1,
      deadline_at: '2026-11-22T10:01:30Z',
      wait_seconds: 0,
      also_urls: [],
      job_url: null,
      documents: Array.from({ length: documentCount }, (_, n) => ({ document_id: `d-${n}` })),
      document_count: documentCount,
      role: null,
      audience: null,
      max_pages: 12,
    }),
    ScrapeCompany: async () => ({ status: 'read', source_count: 3 }),
    ParseDocuments: async () => ({ status: 'read', source_count: documentCount }),
    AnalyzeWithComprehend: async () => ({ pointer: { key: 'work/s-1/analysis.json' } }),
    GenerateBrief: async () => ({ brief: BRIEF, degraded: false }),
    UpdateSession: async (event) => {
      const { failure, brief, degraded } = event as Record<string, unknown>;
      const stamped = failure as { state: string; error: string; cause: string } | undefined;
      return stamped
        ? { state: stamped.state, error: `Recorded.${stamped.error}`, cause: 'in plain words', remedy: 'what to do' }
        : { session_id: 's-1', status: 'SUCCEEDED', degraded, brief };
    },
    ...replaced,
  };
  const handlers: Handlers = Object.fromEntries(
    Object.entries(answers).map(([name, handler]) => [
      name,
      (event, context) => {
        calls.push({ name, event: structuredClone(event) as Record<string, unknown> });
        return handler(event, context);
      },
    ]),
  );
  return { handlers, calls, called: (name: string) => calls.filter((call) => call.name === name) };
}

const throwing = (name: string) => async () => {
  throw namedError(name);
};

const INPUT = { company_name: 'Acme Rockets', company_url: 'https://acme.example' };

/** Runs the machine without waiting between retries. */
const run = (handlers: Handlers, input: object = INPUT) =>
  runOnce(DEFINITION, handlers, input, { sleep: shortSleep('retry').sleep });

const entered = (story: readonly string[]) =>
  story.filter((line) => line.startsWith('StateEntered ')).map((line) => line.slice('StateEntered '.length));

describe('the state machine of the interview pipeline', () => {
  it('goes from the request to a small output that says where the brief is', async () => {
    // Prepare
    const { handlers, called } = fakeHandlers(2);

    // Act
    const { description, story } = await run(handlers);

    // Assess
    expect(description).toMatchObject({
      status: 'SUCCEEDED',
      output: { session_id: 's-1', status: 'SUCCEEDED', degraded: false, brief: BRIEF },
    });
    expect(called('CreateSession')[0]?.event).toEqual({
      execution_arn: description.execution_arn,
      execution_id: 'one',
      started_at: description.started_at,
      request: INPUT,
    });
    expect(called('GenerateBrief')[0]?.event).toMatchObject({
      website: { status: 'read' },
      documents: { status: 'read' },
      analysis: { key: 'work/s-1/analysis.json' },
    });
    expect(
      entered(story).filter((state) => !['ScrapeCompany', 'HasDocuments', 'ParseDocuments'].includes(state)),
    ).toEqual([
      'CreateSession',
      'GatherSources',
      'MergeResults',
      'AnalyzeWithComprehend',
      'GenerateBrief',
      'WaitForDelivery',
      'UpdateSession',
    ]);
    expect(story.some((line) => line.includes('Failed'))).toBe(false);
  });

  it('skips parsing without documents', async () => {
    // Prepare
    const { handlers, called } = fakeHandlers(0);

    // Act
    const { description } = await run(handlers);

    // Assess
    expect(description.status).toBe('SUCCEEDED');
    expect(called('ParseDocuments')).toEqual([]);
    expect(called('GenerateBrief')[0]?.event.documents).toEqual({ status: 'none' });
  });

  it('goes on without the site when it cannot be used, and hands on why', async () => {
    // Prepare
    const { handlers, called } = fakeHandlers(1, { ScrapeCompany: throwing('SiteUnavailableError') });

    // Act
    const { description, story } = await run(handlers);

    // Assess
    expect(description.status).toBe('SUCCEEDED');
    expect(story).toContain('TaskCaught ScrapeCompany SiteUnavailableError');
    expect(called('ScrapeCompany')).toHaveLength(1);
    const website = called('GenerateBrief')[0]?.event.website as { cause: string };
    expect(website).toMatchObject({ status: 'unavailable', error: 'SiteUnavailableError' });
    expect(JSON.parse(website.cause)).toMatchObject({
      errorType: 'SiteUnavailableError',
      errorMessage: 'what happened',
    });
  });

  it('goes on without the site when reading it takes too long twice', async () => {
    // Prepare
    const parsed = Promise.withResolvers<void>();
    const { handlers, called } = fakeHandlers(1, {
      ScrapeCompany: () => new Promise(() => undefined),
      ParseDocuments: async () => {
        parsed.resolve();
        return { status: 'read', source_count: 1 };
      },
    });
    const { sleep } = shortSleep('retry');

    // Act
    const { description } = await runOnce(DEFINITION, handlers, INPUT, {
      // The reading states alone have 310 seconds: they are over once ParseDocuments has answered, and ScrapeCompany has not.
      sleep: async (milliseconds, signal, purpose) => {
        const isReading = purpose === 'task_timeout' && milliseconds === 310_000;
        if (isReading) await parsed.promise;
        await sleep(isReading ? 30 : milliseconds, signal, purpose);
      },
    });

    // Assess
    expect(description.status).toBe('SUCCEEDED');
    expect(called('ScrapeCompany')).toHaveLength(2);
    expect(called('GenerateBrief')[0]?.event.website).toMatchObject({ status: 'unavailable', error: 'States.Timeout' });
  });

  it('tries again what can get better', async () => {
    // Prepare
    let attempts = 0;
    const { handlers, called } = fakeHandlers(0, {
      AnalyzeWithComprehend: async () => {
        attempts += 1;
        if (attempts < 3) {
          throw namedError('TransientUpstreamError');
        }
        return { pointer: { key: 'work/s-1/analysis.json' } };
      },
    });

    // Act
    const { description, story } = await run(handlers);

    // Assess
    expect(description.status).toBe('SUCCEEDED');
    expect(called('AnalyzeWithComprehend')).toHaveLength(3);
    expect(story.filter((line) => line === 'TaskRetried AnalyzeWithComprehend TransientUpstreamError')).toHaveLength(2);
  });

  it.each(['CreateSession', 'AnalyzeWithComprehend', 'GenerateBrief'])(
    'records the failure of %s once and ends FAILED with its words',
    async (state) => {
      // Prepare
      const { handlers, called } = fakeHandlers(1, { [state]: throwing('NoEvidenceError') });

      // Act
      const { description } = await run(handlers);

      // Assess
      expect(called(state)).toHaveLength(1);
      expect(called('UpdateSession').map(({ event }) => event)).toEqual([
        {
          execution_id: 'one',
          failure: { state, error: 'NoEvidenceError', cause: expect.stringMatching(/NoEvidenceError/) },
        },
      ]);
      expect(description).toMatchObject({
        status: 'FAILED',
        error: 'Recorded.NoEvidenceError',
        cause: 'in plain words',
      });
    },
  );

  it('stops the other branch and names the state inside when a branch fails', async () => {
    // Prepare
    const signals: AbortSignal[] = [];
    const { handlers, called } = fakeHandlers(1, {
      ParseDocuments: throwing('PermissionDeniedError'),
      ScrapeCompany: (_, { signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });

    // Act
    const { description, story } = await run(handlers);

    // Assess
    expect(description.status).toBe('FAILED');
    expect(called('UpdateSession')[0]?.event).toMatchObject({
      failure: { state: 'GatherSources', error: 'ParseDocuments.PermissionDeniedError' },
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(story.filter((line) => line.includes('ScrapeCompany'))).toEqual(['StateEntered ScrapeCompany']);
    expect(story).toContain('TaskCaught GatherSources ParseDocuments.PermissionDeniedError');
  });

  it('names state and reason also when recording the failure fails', async () => {
    // Prepare
    const { handlers } = fakeHandlers(0, {
      GenerateBrief: throwing('ModelRefusedError'),
      UpdateSession: throwing('PermissionDeniedError'),
    });

    // Act
    const { description, story } = await run(handlers);

    // Assess
    expect(story).toContain('TaskCaught RecordFailure PermissionDeniedError');
    expect(description).toMatchObject({
      status: 'FAILED',
      error: 'GenerateBrief.ModelRefusedError',
      cause: expect.stringMatching(/^GenerateBrief failed: .*ModelRefusedError/),
    });
  });

  it('carries no more than a few KB when the steps hand on pointers', async () => {
    // Act
    const { description } = await run(fakeHandlers(10).handlers);

    // Assess
    expect(description.largest_payload_bytes).toBeGreaterThan(500);
    expect(description.largest_payload_bytes).toBeLessThan(8_192);
  });
});
