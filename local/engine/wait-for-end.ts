import { setTimeout as delay } from 'node:timers/promises';
import { RejectedInputError, TransientUpstreamError } from '../../contracts/index.ts';
import type { Clock } from '../../services/services.ts';
import type { ExecutionEngine } from './execution-engine.ts';
import type { LocalExecutionDescription } from './execution-record.ts';
import type { ExecutionStore } from './execution-store.ts';
import { POLL_MS } from './limits.ts';
import { isAbandoned } from './process-lease.ts';

/**
 * Waits until an execution has ended: by its run in this process, else by looking into the file.
 *
 * @throws RejectedInputError when it is not known
 * @throws TransientUpstreamError when nobody runs it any more, or the engine was closed
 */
export async function waitForEnd(
  engine: ExecutionEngine,
  store: ExecutionStore,
  clock: Clock,
  executionId: string,
): Promise<LocalExecutionDescription> {
  for (;;) {
    await engine.over(executionId);
    if (engine.closed) {
      throw new TransientUpstreamError(`The engine was closed before ${executionId} ended.`, {
        remedy: 'Start again: what was unfinished is taken up.',
      });
    }
    const record = store.find(executionId);
    if (record === undefined) {
      throw new RejectedInputError(`There is no execution ${executionId}.`);
    }
    if (record.description.status !== 'RUNNING') {
      return record.description;
    }
    if (isAbandoned(record.lease, clock.now())) {
      throw new TransientUpstreamError(`The process that ran ${executionId} ended before it did.`, {
        remedy: 'Start again: what was unfinished is taken up.',
      });
    }
    await delay(POLL_MS);
  }
}
