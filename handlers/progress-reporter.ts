import type { ReadSource, StateProgress, TaskState } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import { sessionIdOf } from './session-ids.ts';

/** Shortest time between two progress writes of a step, in milliseconds: a person sees no difference, and the store is not flooded. */
const MIN_REPORT_INTERVAL_MS = 150;

/** Ids that a step's input carries. */
interface StepIds {
  readonly execution_id: string;
  readonly session_id?: string;
}

/**
 * Keeps one state's progress on the session row. Writes follow one another, never overtake, and a write that fails is logged and
 * costs the step nothing: progress is for watching.
 */
export class ProgressReporter {
  readonly #services: StepServices;
  readonly #state: TaskState;
  readonly #sessionId: string;
  readonly #executionId: string;
  #progress: StateProgress;
  #lastWriteMs = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(services: StepServices, state: TaskState, ids: StepIds, progress: StateProgress) {
    this.#services = services;
    this.#state = state;
    this.#sessionId = ids.session_id ?? sessionIdOf(ids.execution_id);
    this.#executionId = ids.execution_id;
    this.#progress = progress;
  }

  /** Marks the state as running. */
  static async begin(services: StepServices, state: TaskState, ids: StepIds): Promise<ProgressReporter> {
    const before = await previousInvocations(services, state, ids);
    const progress: StateProgress = {
      status: 'running',
      started_at: services.clock.now().toISOString(),
      invocations: before + 1,
      reused: false,
      counts: {},
    };
    const reporter = new ProgressReporter(services, state, ids, progress);
    services.logger.info('step started', reporter.#fields());
    await reporter.#write();
    return reporter;
  }

  /** Adds counts and puts the sources read so far in place of those told before; writes at most every {@link MIN_REPORT_INTERVAL_MS}. */
  report(counts: Readonly<Record<string, number>>, sources?: readonly ReadSource[]): void {
    this.#progress = {
      ...this.#progress,
      counts: { ...this.#progress.counts, ...counts },
      ...(sources && { sources: [...sources] }),
    };
    const now = this.#services.clock.now().getTime();
    if (now - this.#lastWriteMs < MIN_REPORT_INTERVAL_MS) return;
    this.#lastWriteMs = now;
    void this.#write();
  }

  /** Marks the state as done. */
  async succeeded({ reused }: { readonly reused: boolean }): Promise<void> {
    this.#progress = {
      ...this.#progress,
      status: 'succeeded',
      reused,
      ended_at: this.#services.clock.now().toISOString(),
    };
    this.#services.logger.info('step succeeded', { ...this.#fields(), ...this.#progress.counts, reused });
    await this.#write();
  }

  /** Marks the state as failed, with the error's name; the message is logged, it carries no document text. */
  async failed(error: unknown): Promise<void> {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    this.#progress = {
      ...this.#progress,
      status: 'failed',
      ended_at: this.#services.clock.now().toISOString(),
      error: name.slice(0, 100),
    };
    this.#services.logger.error('step failed', {
      ...this.#fields(),
      ...this.#progress.counts,
      reused: false,
      error: name,
      reason: message,
    });
    await this.#write();
  }

  #fields(): { session_id: string; execution_id: string; state: string; invocation: number } {
    return {
      session_id: this.#sessionId,
      execution_id: this.#executionId,
      state: this.#state,
      invocation: this.#progress.invocations,
    };
  }

  #write(): Promise<void> {
    const progress = this.#progress;
    this.#writing = this.#writing.then(async () => {
      try {
        await this.#services.sessions.putProgress(this.#sessionId, this.#state, progress);
      } catch (error) {
        this.#services.logger.warn('progress not written', { ...this.#fields(), reason: String(error) });
      }
    });
    return this.#writing;
  }
}

async function previousInvocations(services: StepServices, state: TaskState, ids: StepIds): Promise<number> {
  try {
    const row = await services.sessions.get(ids.session_id ?? sessionIdOf(ids.execution_id));
    return row?.execution_id === ids.execution_id ? (row.progress[state]?.invocations ?? 0) : 0;
  } catch (error) {
    services.logger.warn('progress not read', { execution_id: ids.execution_id, state, reason: String(error) });
    return 0;
  }
}
