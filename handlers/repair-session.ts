import type { SessionRow } from '../contracts/index.ts';
import type { ExecutionDescription } from '../services/executions/executions.ts';
import { failureOf } from './record-failure.ts';
import type { BudgetServices } from './run-budget.ts';
import { finishSession } from './session-transitions.ts';

/** How an execution ends without having told the row: outside of the state machine. */
type OutsideEnd = 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * Brings a row to its end whose execution ended without telling it: stopped, timed out, or its process killed. Does nothing when the row has ended
 * or the execution still runs. Gives whether the row was changed.
 */
export async function repairSession(
  services: BudgetServices,
  row: SessionRow,
  execution: ExecutionDescription,
): Promise<boolean> {
  const to = execution.status;
  if ((row.status !== 'QUEUED' && row.status !== 'RUNNING') || to === 'RUNNING' || to === 'SUCCEEDED') return false;
  await finishSession(services, {
    row,
    execution_id: row.execution_id,
    to,
    patch: { failure: failureOf(stampOf(to, execution)) },
  });
  return true;
}

function stampOf(end: OutsideEnd, { error, cause }: ExecutionDescription) {
  return {
    state: 'Execution',
    error: error ?? `States.${end === 'TIMED_OUT' ? 'Timeout' : 'Aborted'}`,
    cause: cause ?? REASONS[end],
  };
}

const REASONS: Readonly<Record<OutsideEnd, string>> = {
  FAILED: 'The execution failed before it could say why.',
  TIMED_OUT: 'The execution took longer than it may.',
  ABORTED: 'The execution was stopped.',
};
