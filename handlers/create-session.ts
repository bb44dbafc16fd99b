import type { CreateSessionInput, RunState, SessionRow } from '../contracts/index.ts';
import { createSession, executionPartsOf, QuotaExceededError, SessionConflictError } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import { refusalSentence } from './admit-start.ts';
import { sha256OfJson } from './canonical-json.ts';
import type { Handler } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { reserveRun } from './run-budget.ts';
import { sessionIdOf } from './session-ids.ts';
import { newSessionRow } from './session-rows.ts';

/** Owner of executions that were started by hand, in the console or with the AWS CLI: no caller of the API owns them. */
const MANUAL_OWNER = 'manual';

const MS_PER_SECOND = 1_000;

const START_LATER =
  'Start it again when runs have ended, or on the next day (UTC); or raise limits.maxConcurrentRuns or limits.dailyBudgetUsd.';

/** Handler of CreateSession: claims the session row, creates it when the execution was started by hand, and fills in every default. */
export function createHandler(services: StepServices): Handler {
  return defineHandler(createSession, services, async (input) => {
    const row = await services.sessions.get(sessionIdOf(input.execution_id));
    if (row === undefined) await startByHand(services, input);
    else await claim(services, row, input);
    return runStateOf(services, input);
  });
}

/** What holds for runs that the API starts holds for those that are started past it. */
async function startByHand(services: StepServices, input: CreateSessionInput): Promise<void> {
  const refusal = await reserveRun(services, input.execution_id);
  if (refusal !== undefined) throw new QuotaExceededError(refusalSentence(refusal, services), { remedy: START_LATER });
  await createByHand(services, input);
}

async function createByHand(services: StepServices, input: CreateSessionInput): Promise<void> {
  await services.sessions.create(
    newSessionRow(services, input.request, {
      session_id: sessionIdOf(input.execution_id),
      execution_id: input.execution_id,
      execution_arn: input.execution_arn,
      owner: MANUAL_OWNER,
      status: 'RUNNING',
      request_sha256: sha256OfJson(input.request),
    }),
  );
}

/** A repeated invocation finds the row claimed by its own execution already: that is no conflict. */
async function claim(services: StepServices, row: SessionRow, input: CreateSessionInput): Promise<void> {
  if (row.execution_id !== input.execution_id) {
    throw new SessionConflictError(
      `Session ${row.session_id} belongs to execution ${row.execution_id}, not to ${input.execution_id}.`,
    );
  }
  if (row.status === 'RUNNING') return;
  await services.sessions.transition({
    session_id: row.session_id,
    execution_id: input.execution_id,
    from: ['QUEUED'],
    to: 'RUNNING',
    patch: { execution_arn: input.execution_arn },
  });
}

function runStateOf(services: StepServices, { request, execution_id, started_at }: CreateSessionInput): RunState {
  const deadline = new Date(started_at).getTime() + request.deadline_seconds * MS_PER_SECOND;
  return {
    session_id: sessionIdOf(execution_id),
    execution_id,
    attempt: executionPartsOf(execution_id)?.attempt ?? 1,
    deadline_at: new Date(deadline).toISOString(),
    wait_seconds: services.settings.delivery_wait_seconds,
    company_name: request.company_name,
    company_url: request.company_url,
    also_urls: request.also_urls,
    job_url: request.job_url,
    documents: request.documents,
    document_count: request.documents.length,
    role: request.role,
    audience: request.audience,
    max_pages: request.max_pages,
  };
}
