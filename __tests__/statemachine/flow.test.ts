import { describe, expect, it } from '@jest/globals';
import type { StateContract, TaskState } from '../../contracts/index.ts';
import { RecordFailureInput, STATE_CONTRACTS, TASK_STATES } from '../../contracts/index.ts';
import { failureOf } from '../../handlers/record-failure.ts';
import { localFunctionArn } from '../../local/engine/arns.ts';
import { renderStateMachine, stateMachineTemplate } from '../../statemachine/render.ts';
import type { FinishedRun, Handlers } from '../local/engine/engine-fixture.ts';
import { namedError, runOnce, shortSleep } from '../local/engine/engine-fixture.ts';

const DEFINITION = renderStateMachine(stateMachineTemplate(), {
  CreateSession: localFunctionArn('CreateSession'),
  ScrapeCompany: localFunctionArn('ScrapeCompany'),
  ParseDocuments: localFunctionArn('ParseDocuments'),
  AnalyzeWithComprehend: localFunctionArn('AnalyzeWithComprehend'),
  GenerateBrief: localFunctionArn('GenerateBrief'),
  UpdateSession: localFunctionArn('UpdateSession'),
});

const BY_HAND = { company_name: 'Acme', company_url: 'https://acme.example' };
const pointer = { key: 'work/s/result.json', sha256: '0'.repeat(64), bytes: 2 };
const brief = { json: pointer, markdown: pointer, html: pointer };
const read = { status: 'read', manifest: pointer, source_count: 1, passage_count: 1, characters: 9, gap_count: 0 };
const resume = {
  document_id: 'd1',
  purpose: 'resume',
  file_name: 'resume.pdf',
  key: 'uploads/d1',
  sha256: '0'.repeat(64),
  bytes: 9,
};

/** What each Task answers in a run in which nothing fails. */
function answersWith(documents: readonly unknown[]): Readonly<Record<TaskState, unknown>> {
  return {
    CreateSession: {
      session_id: 'one',
      execution_id: 'one',
      attempt: 1,
      deadline_at: '2026-11-26T08:00:00Z',
      wait_seconds: 0,
      ...BY_HAND,
      also_urls: [],
      job_url: null,
      documents,
      document_count: documents.length,
      role: null,
      audience: null,
      max_pages: 12,
    },
    ScrapeCompany: read,
    ParseDocuments: read,
    AnalyzeWithComprehend: { pointer, source_count: 2, entity_count: 0, key_phrase_count: 0, comprehend_units: 0 },
    GenerateBrief: {
      brief,
      degraded: false,
      section_count: 1,
      claim_count: 1,
      dropped_claim_count: 0,
      gap_count: 0,
      words: 9,
      input_tokens: 0,
      output_tokens: 0,
    },
    UpdateSession: { session_id: 'one', status: 'SUCCEEDED', degraded: false, brief },
    RecordFailure: undefined,
  };
}

/** A run with the Tasks that were called, in order, with what they were given. */
interface Flow extends FinishedRun {
  readonly calls: readonly { readonly state: TaskState; readonly input: Record<string, unknown> }[];
}

/** Runs the machine with stand-ins that answer as the contracts say, or throw the errors planned for them, one a call. */
async function flow(
  planned: Partial<Record<TaskState, readonly string[]>> = {},
  documents: readonly unknown[] = [],
): Promise<Flow> {
  const answers = answersWith(documents);
  const calls: { state: TaskState; input: Record<string, unknown> }[] = [];
  const handle = (functionName: string) => async (event: unknown) => {
    const input = event as Record<string, unknown>;
    const state =
      functionName === 'UpdateSession' && 'failure' in input ? 'RecordFailure' : (functionName as TaskState);
    const error = planned[state]?.[calls.filter((call) => call.state === state).length];
    calls.push({ state, input });
    if (error) throw namedError(error, 'the "reason"');
    return state === 'RecordFailure' ? failureOf(RecordFailureInput.parse(event).failure) : answers[state];
  };
  const names = TASK_STATES.filter((state) => state !== 'RecordFailure');
  const handlers: Handlers = Object.fromEntries(names.map((name) => [name, handle(name)]));
  const run = await runOnce(DEFINITION, handlers, BY_HAND, { sleep: shortSleep('retry').sleep });
  return { ...run, calls };
}

function calledStates({ calls }: Flow): TaskState[] {
  return calls.map(({ state }) => state);
}

describe('a run through the state machine', () => {
  it('gives every Task exactly the fields of its contract, and hands on where the brief is', async () => {
    // Act
    const run = await flow({}, [resume]);

    // Assess
    expect(run.description).toMatchObject({
      status: 'SUCCEEDED',
      output: { session_id: 'one', status: 'SUCCEEDED', brief },
    });
    expect(new Set(calledStates(run))).toEqual(new Set(TASK_STATES.filter((state) => state !== 'RecordFailure')));
    for (const { state, input } of run.calls) {
      const contract: StateContract = STATE_CONTRACTS[state];
      expect(contract.input.parse(input)).toEqual(state === 'CreateSession' ? expect.objectContaining({}) : input);
    }
  });

  it('does not parse where there are no documents', async () => {
    // Act
    const run = await flow();

    // Assess
    expect(run.description.status).toBe('SUCCEEDED');
    expect(calledStates(run)).not.toContain('ParseDocuments');
  });

  it.each(['SiteUnavailableError', 'Sandbox.Timedout'])('goes on without the site after %s', async (error) => {
    // Act
    const run = await flow({ ScrapeCompany: [error, error] });

    // Assess
    expect(run.description.status).toBe('SUCCEEDED');
    const given = run.calls.find(({ state }) => state === 'GenerateBrief')?.input;
    expect(given?.website).toMatchObject({ status: 'unavailable', error });
  });

  it.each(TASK_STATES.filter((state) => state !== 'RecordFailure'))(
    'names %s and the reason when it fails for good',
    async (state) => {
      // Act
      const run = await flow({ [state]: ['PermissionDeniedError'] }, [resume]);

      // Assess
      expect(run.description).toMatchObject({
        status: 'FAILED',
        error: `${state}.PermissionDeniedError`,
        cause: expect.stringMatching(new RegExp(`^${state} failed: .*the "reason"`)),
      });
      expect(calledStates(run).filter((each) => each === state)).toHaveLength(1);
    },
  );

  it('names the failing state even when the failure cannot be recorded', async () => {
    // Act
    const run = await flow({ GenerateBrief: ['ModelRefusedError'], RecordFailure: ['PermissionDeniedError'] });

    // Assess
    expect(run.description).toMatchObject({
      status: 'FAILED',
      error: 'GenerateBrief.ModelRefusedError',
      cause: expect.stringContaining('GenerateBrief failed: '),
    });
  });

  it('tries again what can get better, three times in all', async () => {
    // Act
    const passing = await flow({ AnalyzeWithComprehend: ['TransientUpstreamError', 'TransientUpstreamError'] });
    const lasting = await flow({ AnalyzeWithComprehend: Array.from({ length: 9 }, () => 'TransientUpstreamError') });

    // Assess
    expect(passing.description.status).toBe('SUCCEEDED');
    expect(lasting.description).toMatchObject({
      status: 'FAILED',
      error: 'AnalyzeWithComprehend.TransientUpstreamError',
    });
    expect(calledStates(lasting).filter((state) => state === 'AnalyzeWithComprehend')).toHaveLength(3);
  });
});
