import type { PipelineStatusResponse } from '../../../../contracts/index.ts';
import { hasEnded } from '../../model/run-state.ts';
import { delay, whileHidden } from '../timing.ts';
import type { ApiClient, Look } from './api-client.ts';
import { ApiError } from './api-error.ts';

/** Milliseconds between two looks when the server does not say. */
const USUAL_INTERVAL_MS = 2_000;

/** Milliseconds before a server that did not answer is asked again: it may be starting anew. */
const AFTER_TROUBLE_MS = 3_000;

/** What a watcher is told. */
export interface RunWatcher {
  /** The run has changed. */
  readonly changed: (run: PipelineStatusResponse) => void;
  /** The server cannot be asked just now; undefined once it can again. */
  readonly trouble: (message: string | undefined) => void;
}

/**
 * Watches a run until it has ended, as often as the server wants to be asked, and not at all while nobody looks at the page. Throws an {@link ApiError} for a run that
 * cannot be seen.
 */
export async function watchRun(
  client: ApiClient,
  executionId: string,
  watcher: RunWatcher,
  signal: AbortSignal,
): Promise<void> {
  let etag = '';
  let wait: number | undefined = 0;
  while (wait !== undefined && !signal.aborted) {
    await delay(wait, signal);
    await whileHidden(signal);
    if (signal.aborted) return;
    try {
      const look: Look = await client.look(executionId, etag, signal);
      etag = look.etag;
      wait = told(look, watcher);
    } catch (error) {
      if (signal.aborted) return;
      wait = waitAfter(error, watcher);
    }
  }
}

/** Tells of a look, and gives the milliseconds until the next one; undefined when none is needed. */
function told({ run, retry_after_ms }: Look, watcher: RunWatcher): number | undefined {
  watcher.trouble(undefined);
  if (run) watcher.changed(run);
  return run && hasEnded(run) ? undefined : (retry_after_ms ?? USUAL_INTERVAL_MS);
}

function waitAfter(error: unknown, watcher: RunWatcher): number {
  if (!isPassing(error)) throw error;
  watcher.trouble(`${error.message} Trying again.`);
  return error.retry_after_ms ?? AFTER_TROUBLE_MS;
}

/** Whether it may be otherwise in a moment: no answer, a fault inside, or too many questions. */
function isPassing(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
}
