import type { Clock } from '../../services/services.ts';
import type { ExecutionEngine } from './execution-engine.ts';
import type { ExecutionRecord } from './execution-record.ts';
import type { ExecutionStore } from './execution-store.ts';
import { MAX_RUNS } from './limits.ts';
import { isAbandoned } from './process-lease.ts';

/** What to do with executions whose process is gone. */
export type RecoverMode = 'resume' | 'abort';

/** What became of one. */
export interface Recovered {
  readonly execution_id: string;
  /** `failed`: it was run {@link MAX_RUNS} times and each time its process ended, so it is marked FAILED. */
  readonly outcome: 'resumed' | 'aborted' | 'failed';
}

/** Takes up every RUNNING execution whose process is gone; those of living processes are left alone. */
export function recoverExecutions(
  engine: ExecutionEngine,
  store: ExecutionStore,
  clock: Clock,
  mode: RecoverMode,
): readonly Recovered[] {
  return store
    .running()
    .filter(({ lease }) => isAbandoned(lease, clock.now()))
    .flatMap((record) => recoverOne(engine, mode, record) ?? []);
}

function recoverOne(engine: ExecutionEngine, mode: RecoverMode, record: ExecutionRecord): Recovered | undefined {
  const { execution_id, runs } = record.description;
  if (mode === 'abort') {
    engine.endAbandoned(record, { status: 'ABORTED', cause: 'Its process ended before it did.' });
    return { execution_id, outcome: 'aborted' };
  }
  if (runs >= MAX_RUNS) {
    const cause = `Its process ended in each of ${runs} runs.`;
    engine.endAbandoned(record, { status: 'FAILED', error: 'States.Runtime', cause });
    return { execution_id, outcome: 'failed' };
  }
  return engine.takeOver(record) ? { execution_id, outcome: 'resumed' } : undefined;
}
