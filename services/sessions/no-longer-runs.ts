import { SessionConflictError } from '../../contracts/index.ts';
import type { StateUse } from './session-store.ts';

/** Why nothing may be used any more: the session was stopped, has ended or belongs to a later execution. */
export function noLongerRuns({
  session_id,
  execution_id,
}: Pick<StateUse, 'session_id' | 'execution_id'>): SessionConflictError {
  return new SessionConflictError(
    `Session ${session_id} does not run in execution ${execution_id} any more, so nothing more is paid for it.`,
  );
}
