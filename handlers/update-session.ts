import { RecordFailureInput, SessionConflictError, updateSession } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import type { Handler } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { createHandler as createRecordFailureHandler } from './record-failure.ts';
import { finishSession } from './session-transitions.ts';

/**
 * Handler of the function that serves UpdateSession and RecordFailure: an event that brings a failure records it, any other marks the
 * session SUCCEEDED.
 */
export function createHandler(services: StepServices): Handler {
  const recordFailure = createRecordFailureHandler(services);
  const succeed = defineHandler(updateSession, services, async ({ session_id, execution_id, brief, degraded }) => {
    const row = await services.sessions.get(session_id);
    if (row === undefined) throw new SessionConflictError(`Session ${session_id} does not exist any more.`);
    await finishSession(services, { row, execution_id, to: 'SUCCEEDED', patch: { brief, degraded, failure: null } });
    return { session_id, status: 'SUCCEEDED' as const, degraded, brief };
  });
  return (event, context) =>
    RecordFailureInput.safeParse(event).success ? recordFailure(event, context) : succeed(event, context);
}
