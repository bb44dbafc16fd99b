import type { SessionRow } from '../contracts/index.ts';
import { ExecutionStatusChange, RejectedInputError } from '../contracts/index.ts';
import type { ExecutionDescription } from '../services/executions/executions.ts';
import type { StepServices } from '../services/services.ts';
import { repairSession } from './repair-session.ts';
import type { BudgetServices } from './run-budget.ts';
import { costOf, settleExecution } from './run-budget.ts';
import { sessionIdOf } from './session-ids.ts';

/** What a repair came to: `repaired` is false when the row had heard of the end, or there is none. */
export interface Repair {
  readonly execution_id: string;
  readonly repaired: boolean;
}

/**
 * Handler of the event that an execution ended: brings a row to its end that nobody told. Throws `RejectedInputError` for another event,
 * and as the session store does, so that the event is delivered again.
 */
export function createHandler(
  services: BudgetServices & Pick<StepServices, 'logger'>,
): (event: unknown) => Promise<Repair> {
  return async (event) => {
    const execution = describe(event);
    const { execution_id, status } = execution;
    const row = await services.sessions.get(sessionIdOf(execution_id));
    const repaired = row !== undefined && belongsTo(row, execution) && (await repairSession(services, row, execution));
    if (row !== undefined && !repaired) await settleExecution(services, execution_id, costOf(services, row));
    services.logger.info(repaired ? 'session repaired' : 'session needs no repair', { execution_id, status });
    return { execution_id, repaired };
  };
}

/** A later attempt of the session is none of this execution's business. */
function belongsTo(row: SessionRow, { execution_id }: ExecutionDescription): boolean {
  return row.execution_id === execution_id;
}

function describe(event: unknown): ExecutionDescription {
  const parsed = ExecutionStatusChange.safeParse(event);
  if (!parsed.success) {
    throw new RejectedInputError('The event is no status change of an execution.', { cause: parsed.error });
  }
  const { executionArn, name, status, startDate, stopDate, error, cause } = parsed.data.detail;
  return {
    execution_id: name,
    execution_arn: executionArn,
    status,
    started_at: new Date(startDate).toISOString(),
    ...(stopDate == null ? {} : { stopped_at: new Date(stopDate).toISOString() }),
    ...(error == null ? {} : { error }),
    ...(cause == null ? {} : { cause }),
  };
}
