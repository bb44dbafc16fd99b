import type { SessionRow } from '../../contracts/index.ts';
import { SessionConflictError } from '../../contracts/index.ts';
import { LOCAL_OWNER } from '../../handlers/http/owner.ts';
import { continuePipeline } from '../../handlers/pipeline-starts.ts';
import { repairSession } from '../../handlers/repair-session.ts';
import { sessionIdOf } from '../../handlers/session-ids.ts';
import type { LocalServices } from '../services/open-local-services.ts';

/** Most unfinished runs that one start looks at. */
const MAX_UNFINISHED_RUNS = 100;

/** Takes up what an earlier process left: executions are resumed, those that were never started are, rows whose execution has ended are told so. */
export async function takeUpRuns(local: LocalServices): Promise<number> {
  const { services, executions } = local;
  const resumed = await executions.recover('resume');
  const pages = await Promise.all(
    (['QUEUED', 'RUNNING'] as const).map((status) =>
      services.sessions.list({ owner: LOCAL_OWNER, status, limit: MAX_UNFINISHED_RUNS }),
    ),
  );
  for (const row of pages.flatMap(({ rows }) => rows)) await takeUp(local, row);
  return resumed.filter(({ outcome }) => outcome === 'resumed').length;
}

/** One run that cannot be taken up must not keep the server from starting. */
async function takeUp({ services, executions }: LocalServices, row: SessionRow): Promise<void> {
  const { execution_id, session_id, status } = row;
  try {
    const execution = await executions.describe(execution_id);
    if (execution !== undefined) await repairSession(services, row, execution);
    else if (status === 'QUEUED') await continuePipeline(services, session_id);
  } catch (error) {
    services.logger.error('run not taken up', { execution_id, reason: String(error) });
  }
}

/** Tells rows of executions that end without telling them, as an EventBridge rule does in AWS. */
export function repairOnEnd({ services, executions }: LocalServices): void {
  executions.onEvent((execution_id, { type }) => {
    if (type !== 'ExecutionFailed' && type !== 'ExecutionTimedOut' && type !== 'ExecutionAborted') return;
    repair({ services, executions }, execution_id).catch((error: unknown) =>
      services.logger.error('row not repaired', { execution_id, reason: String(error) }),
    );
  });
}

async function repair(
  { services, executions }: Pick<LocalServices, 'services' | 'executions'>,
  execution_id: string,
): Promise<void> {
  const [row, execution] = await Promise.all([
    services.sessions.get(sessionIdOf(execution_id)),
    executions.describe(execution_id),
  ]);
  if (row?.execution_id !== execution_id || execution === undefined) return;
  try {
    await repairSession(services, row, execution);
  } catch (error) {
    // Somebody else was faster, such as the request that stopped it.
    if (!(error instanceof SessionConflictError)) throw error;
  }
}
