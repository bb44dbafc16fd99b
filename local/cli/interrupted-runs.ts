import type { SessionRow } from '../../contracts/index.ts';
import { LOCAL_OWNER } from '../../handlers/http/owner.ts';
import { repairSession } from '../../handlers/repair-session.ts';
import type { LocalServices } from '../services/open-local-services.ts';

/** Tells whether an interrupt came; `release` gives the signal back. */
export interface Interrupt {
  happened(): boolean;
  release(): void;
}

/** Makes Ctrl-C (and a termination) stop the run cleanly: no handler is called again, what was read is kept. */
export function stopOnInterrupt({ services, executions }: LocalServices, execution_id: string): Interrupt {
  let interrupted = false;
  const stop = (): void => {
    if (interrupted) return;
    interrupted = true;
    executions
      .stop(execution_id, 'Interrupted by the person.')
      .catch((error: unknown) => services.logger.error('run not stopped', { execution_id, reason: String(error) }));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    happened: () => interrupted,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

/** Most unfinished runs that one start looks at: nobody leaves more behind. */
const MAX_UNFINISHED_RUNS = 100;

/**
 * Marks runs ABORTED whose process is gone (a closed lid, a killed terminal), and gives their rows: each can be continued. Runs of
 * other processes that are alive are left alone.
 */
export async function abortCutOffRuns({ services, executions }: LocalServices): Promise<readonly SessionRow[]> {
  await executions.recover('abort');
  const pages = await Promise.all(
    (['QUEUED', 'RUNNING'] as const).map((status) =>
      services.sessions.list({ owner: LOCAL_OWNER, status, limit: MAX_UNFINISHED_RUNS }),
    ),
  );
  const cutOff: SessionRow[] = [];
  for (const row of pages.flatMap(({ rows }) => rows)) {
    const execution = await executions.describe(row.execution_id);
    if (execution && (await repairSession(services, row, execution))) cutOff.push(row);
  }
  return cutOff;
}
