import type { SessionRow } from '../contracts/index.ts';
import { SessionConflictError } from '../contracts/index.ts';
import type { ExecutionDescription } from '../services/executions/executions.ts';
import type { Services } from '../services/services.ts';
import { repairSession } from './repair-session.ts';
import type { BudgetServices } from './run-budget.ts';

/**
 * Milliseconds without a sign of life after which the row is not believed any more: a minute is longer than the steps of most runs, and of
 * those that take longer each look asks the engine once.
 */
const QUIET_BEFORE_ASKING_MS = 60_000;

/** What is needed to see whether a run is still alive. */
type WatchServices = BudgetServices & Pick<Services, 'executions'>;

/** Whether a session has reached its end. */
export function hasEnded({ status }: Pick<SessionRow, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}

/** The row, brought to its end first when its execution ended without telling it. The engine is asked only when the row has long been quiet. */
export async function freshSession(services: WatchServices, row: SessionRow): Promise<SessionRow> {
  if (hasEnded(row) || services.clock.now().getTime() - lastSignOfLife(row) < QUIET_BEFORE_ASKING_MS) return row;
  const execution = await services.executions.describe(row.execution_id);
  return execution === undefined ? row : repaired(services, row, execution);
}

/** The row after {@link repairSession}; one that reached its end by itself meanwhile is given as it is. */
export async function repaired(
  services: WatchServices,
  row: SessionRow,
  execution: ExecutionDescription,
): Promise<SessionRow> {
  try {
    if (!(await repairSession(services, row, execution))) return row;
  } catch (error) {
    if (!(error instanceof SessionConflictError)) throw error;
  }
  return (await services.sessions.get(row.session_id)) ?? row;
}

function lastSignOfLife({ updated_at, progress }: SessionRow): number {
  const times = Object.values(progress).flatMap(({ started_at, ended_at }) => [started_at, ended_at ?? started_at]);
  return Math.max(...[updated_at, ...times].map((time) => new Date(time).getTime()));
}
