import type { SessionRow, SessionStatus } from '../contracts/index.ts';
import { SessionConflictError } from '../contracts/index.ts';
import type { SessionPatch } from '../services/sessions/session-store.ts';
import type { BudgetServices } from './run-budget.ts';
import { costOf, settleExecution } from './run-budget.ts';
import { runUsage, usageForRow } from './run-usage.ts';

/** The end of a session's execution. */
export interface SessionEnd {
  /** The row as it was before. */
  readonly row: SessionRow;
  readonly execution_id: string;
  readonly to: Extract<SessionStatus, 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'>;
  readonly patch: SessionPatch;
}

/**
 * Brings a session to its end, with what it used, and settles what was set aside for it. A repeated call finds it there already, which is no conflict, and settles what the first one
 * could not. Throws `SessionConflictError` when the session belongs to another execution or ended in another way.
 */
export async function finishSession(services: BudgetServices, end: SessionEnd): Promise<void> {
  const ended = await endSession(services, end);
  await settleExecution(services, end.execution_id, costOf(services, ended));
}

async function endSession(services: BudgetServices, { row, execution_id, to, patch }: SessionEnd): Promise<SessionRow> {
  const { session_id } = row;
  const usage = usageForRow(runUsage(row, services.settings.prices));
  const change = { session_id, execution_id, from: ['QUEUED', 'RUNNING'], to, patch: { ...patch, usage } } as const;
  try {
    return await services.sessions.transition(change);
  } catch (error) {
    const found = error instanceof SessionConflictError ? await services.sessions.get(session_id) : undefined;
    if (found?.execution_id !== execution_id || found.status !== to) throw error;
    return found;
  }
}
