import type { BriefRequest, ExecutionInput, SessionRow } from '../contracts/index.ts';
import {
  executionIdOf,
  FINAL_STATUSES,
  RejectedInputError,
  SessionConflictError,
  ExecutionInput as StoredInput,
} from '../contracts/index.ts';
import type { Services } from '../services/services.ts';
import type { SessionPatch } from '../services/sessions/session-store.ts';
import { admitStart } from './admit-start.ts';
import { sha256OfJson } from './canonical-json.ts';
import { hasEnded } from './fresh-session.ts';
import { costOf, settleExecution } from './run-budget.ts';
import { transitionsSoFar } from './run-transitions.ts';
import { keyedSessionId, newSessionId } from './session-ids.ts';
import { expiryFrom, newSessionRow } from './session-rows.ts';

/** Who asks, and under which idempotency key if any. */
export interface Caller {
  readonly owner: string;
  readonly idempotency_key?: string;
  /** The id of the new session, by a caller that keeps something of its own under it before the run begins; a new one when it is absent. */
  readonly session_id?: string;
}

/** A started execution and its session's row. */
export interface StartedPipeline {
  readonly row: SessionRow;
  readonly execution_arn: string;
}

/** A request that is made only when it is needed: a repeated start finds its run without looking at documents again. */
export interface PendingRequest {
  /** Tells a repeated request from another one under the same key. */
  readonly request_sha256: string;
  readonly resolve: () => Promise<BriefRequest>;
}

/** {@link startPending} for a request that is whole already. */
export function startPipeline(services: Services, request: BriefRequest, caller: Caller): Promise<StartedPipeline> {
  return startPending(services, { request_sha256: sha256OfJson(request), resolve: async () => request }, caller);
}

/**
 * Starts a run: keeps the request for later attempts, writes the session row QUEUED, starts the execution. The same owner, key and request give the same
 * execution again; the same key with another request is a `SessionConflictError`. A row whose execution never started is started now.
 */
export async function startPending(
  services: Services,
  { request_sha256, resolve }: PendingRequest,
  caller: Caller,
): Promise<StartedPipeline> {
  const session_id = await sessionIdFor(services, caller);
  const known = caller.idempotency_key === undefined ? undefined : await services.sessions.get(session_id);
  const repeatedOf = known ?? (await underDeletedKey(services, session_id, caller));
  if (repeatedOf) return repeated(services, repeatedOf, request_sha256);
  const request = await resolve();
  const row = newSessionRow(services, request, {
    session_id,
    execution_id: executionIdOf(session_id, 1),
    owner: caller.owner,
    status: 'QUEUED',
    request_sha256,
  });
  // Before anything is written: a start that is refused leaves nothing behind.
  await admitStart(services, row.execution_id);
  try {
    await services.artifacts.putOnce(inputKey(row), JSON.stringify({ ...request, session_id }), 'application/json');
    await services.sessions.create(row);
  } catch (error) {
    const winner = await releaseUnlessUnderWay(services, row);
    if (!winner || !(error instanceof SessionConflictError)) throw error;
    return repeated(services, winner, request_sha256);
  }
  return launchNew(services, row);
}

/**
 * Starts another attempt of a session that has ended, or the attempt of one that was queued and never started; finished steps are found and not repeated. Throws
 * `RejectedInputError` for an unknown session and `SessionConflictError` while it still runs or when it has succeeded.
 */
export async function continuePipeline(services: Services, session_id: string): Promise<StartedPipeline> {
  const row = await services.sessions.get(session_id);
  if (!row) throw new RejectedInputError(`There is no session ${session_id}: check the id, or start a new run.`);
  const input = await storedInput(services, row);
  if (row.status === 'QUEUED') return launch(services, row, input);
  const attempt = row.attempt + 1;
  const execution_id = executionIdOf(session_id, attempt);
  if (isContinued(row)) await admitStart(services, execution_id, costOf(services, row));
  try {
    const queued = await services.sessions.transition({
      session_id,
      execution_id: row.execution_id,
      from: CONTINUED,
      to: 'QUEUED',
      patch: { ...nextAttempt(row, services.clock.now()), attempt, execution_id },
    });
    return await launch(services, queued, input);
  } catch (error) {
    await releaseUnlessUnderWay(services, { ...row, execution_id });
    throw error;
  }
}

/** Ends after which a session can go on. */
const CONTINUED = FINAL_STATUSES.filter((status) => status !== 'SUCCEEDED');

function isContinued({ status }: SessionRow): boolean {
  return CONTINUED.some((each) => each === status);
}

/** A new attempt begins without progress; what the ones before used stays. */
function nextAttempt(row: SessionRow, now: Date): SessionPatch {
  const earlier_transitions = transitionsSoFar(row);
  return { failure: null, progress: {}, earlier_transitions, expires_at: expiryFrom(now) };
}

/** Gives back what was set aside for an execution that nobody runs, and the row as it is now. Somebody else may have started it, under the same key at the same time. */
async function releaseUnlessUnderWay(
  services: Services,
  { session_id, execution_id }: SessionRow,
): Promise<SessionRow | undefined> {
  const found = await services.sessions.get(session_id);
  if (found?.execution_id !== execution_id || hasEnded(found))
    await settleExecution(services, execution_id, found === undefined ? 0 : costOf(services, found));
  return found;
}

async function sessionIdFor({ clock, settings }: Services, caller: Caller): Promise<string> {
  const { owner, idempotency_key, session_id = newSessionId(clock.now()) } = caller;
  return idempotency_key === undefined
    ? session_id
    : keyedSessionId(await settings.session_id_secret(), owner, idempotency_key);
}

async function repeated(services: Services, row: SessionRow, request_sha256: string): Promise<StartedPipeline> {
  if (row.request_sha256 !== request_sha256) {
    throw new SessionConflictError('This idempotency key was used for another request.', {
      remedy: 'Use a new key for a new request.',
    });
  }
  return row.status === 'QUEUED' ? launchQueued(services, row) : startedOf(row);
}

async function launchQueued(services: Services, row: SessionRow): Promise<StartedPipeline> {
  return launch(services, row, await storedInput(services, row));
}

/** The name of a new run's execution can be taken by a run under the same key that was deleted since: engines remember names for longer than we remember rows. */
async function launchNew(services: Services, row: SessionRow): Promise<StartedPipeline> {
  try {
    return await launchQueued(services, row);
  } catch (error) {
    if (!(error instanceof SessionConflictError)) throw error;
    await services.sessions.delete(row.session_id);
    throw ofDeletedRun(error);
  }
}

/**
 * Looks, before anything is kept of a request, whether the execution that its key leads to was there once and its row is not. Gives the row when somebody has written it under the same key
 * at the same time.
 */
async function underDeletedKey(
  { executions, sessions }: Services,
  session_id: string,
  { idempotency_key }: Caller,
): Promise<SessionRow | undefined> {
  if (idempotency_key === undefined) return undefined;
  if ((await executions.describe(executionIdOf(session_id, 1))) === undefined) return undefined;
  const row = await sessions.get(session_id);
  if (row === undefined) throw ofDeletedRun();
  return row;
}

function ofDeletedRun(cause?: unknown): SessionConflictError {
  return new SessionConflictError('This idempotency key belongs to a run that was deleted.', {
    cause,
    remedy: 'Use a new key for a new run.',
  });
}

function startedOf(row: SessionRow): StartedPipeline {
  return { row, execution_arn: row.execution_arn ?? row.execution_id };
}

/** Starting is idempotent while the execution runs, so a row that was left QUEUED is healed by whoever finds it; one that has ended already is found as well. */
async function launch(services: Services, row: SessionRow, input: ExecutionInput): Promise<StartedPipeline> {
  const { execution_id } = row;
  await admitStart(services, execution_id, costOf(services, row));
  try {
    const { execution_arn } = await services.executions.start({ execution_id, input: { ...input, execution_id } });
    return { row, execution_arn };
  } catch (error) {
    const started = error instanceof SessionConflictError ? await startedBefore(services, row) : undefined;
    if (started === undefined || hasEnded(started.row))
      await settleExecution(services, execution_id, costOf(services, row));
    if (started === undefined) throw error;
    return started;
  }
}

/**
 * The run of a row whose execution was started by a call that never heard the answer, and has ended since. Its name was used after the row was written; one that was used
 * before belongs to a run that was deleted.
 */
async function startedBefore(services: Services, row: SessionRow): Promise<StartedPipeline | undefined> {
  const execution = await services.executions.describe(row.execution_id);
  if (execution === undefined || Date.parse(execution.started_at) < Date.parse(row.created_at)) return undefined;
  return { row: (await services.sessions.get(row.session_id)) ?? row, execution_arn: execution.execution_arn };
}

/** The request that a session was started with. Throws `RejectedInputError` for a session that was started by hand. */
export async function storedInput(services: Services, row: SessionRow): Promise<ExecutionInput> {
  const found = await services.artifacts.find(inputKey(row));
  if (!found)
    throw new RejectedInputError(
      `Session ${row.session_id} was started by hand and keeps no request: start it again by hand.`,
    );
  return StoredInput.parse(JSON.parse(new TextDecoder().decode(found.body)));
}

/** Under the request's hash: a start that was cut off before its row was written leaves nothing behind that another request could find. */
function inputKey({ session_id, request_sha256 }: SessionRow): string {
  return `work/${session_id}/input/${request_sha256}.json`;
}
