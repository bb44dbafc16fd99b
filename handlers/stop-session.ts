import type { SessionRow } from '../contracts/index.ts';
import type { ExecutionDescription } from '../services/executions/executions.ts';
import type { Services } from '../services/services.ts';
import { hasEnded, repaired } from './fresh-session.ts';
import type { BudgetServices } from './run-budget.ts';

/** Stops a session's execution and gives the row as it is then; one that has ended stays as it is. */
export async function stopSession(
  services: BudgetServices & Pick<Services, 'executions'>,
  row: SessionRow,
): Promise<SessionRow> {
  if (hasEnded(row)) return row;
  await services.executions.stop(row.execution_id, 'Stopped by its owner.');
  const execution = await services.executions.describe(row.execution_id);
  return repaired(services, row, execution ?? neverStarted(row));
}

/** A row that was queued and whose execution never began has nothing else that could end it. */
function neverStarted({ execution_id, created_at }: SessionRow): ExecutionDescription {
  return {
    execution_id,
    execution_arn: execution_id,
    status: 'ABORTED',
    started_at: created_at,
    cause: 'Stopped by its owner before it began.',
  };
}
