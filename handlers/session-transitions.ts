import type { SessionStatus } from '../contracts/index.ts';
import { SessionConflictError } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import type { SessionPatch } from '../services/sessions/session-store.ts';

/** The end of a session's execution. */
export interface SessionEnd {
  readonly session_id: string;
  readonly execution_id: string;
  readonly to: Extract<SessionStatus, 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'>;
  readonly patch: SessionPatch;
}

/**
 * Brings a session to its end. A repeated call finds it there already, which is no conflict. Throws `SessionConflictError` when the
 * session belongs to another execution or ended in another way.
 */
export async function finishSession(
  services: Pick<StepServices, 'sessions'>,
  { session_id, execution_id, to, patch }: SessionEnd,
): Promise<void> {
  try {
    await services.sessions.transition({ session_id, execution_id, from: ['QUEUED', 'RUNNING'], to, patch });
  } catch (error) {
    const row = error instanceof SessionConflictError ? await services.sessions.get(session_id) : undefined;
    if (row?.execution_id !== execution_id || row.status !== to) throw error;
  }
}
