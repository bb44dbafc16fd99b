import type { ExecutionEvent } from '../../services/executions/executions.ts';
import type { Clock } from '../../services/services.ts';
import type { Definition } from './asl/definition.ts';
import type { Sleep } from './asl/visit.ts';
import type { LocalHandler } from './call-handler.ts';
import { createExecutionHost } from './execution-host.ts';
import type { ExecutionRecord } from './execution-record.ts';
import type { ExecutionEnd, ExecutionStore, NewEvent } from './execution-store.ts';
import { HandlerTracker } from './handler-tracker.ts';
import { CLOSING_GRACE_MS, HEARTBEAT_MS, LEASE_MS } from './limits.ts';
import type { Lease } from './process-lease.ts';
import { isAbandoned, newLease } from './process-lease.ts';
import { runExecution } from './run-execution.ts';
import { RunStopped } from './run-stopped.ts';

/** What the engine works with. */
export interface ExecutionEngineOptions {
  readonly store: ExecutionStore;
  readonly definition: Definition;
  readonly handlers: Readonly<Record<string, LocalHandler>>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly emit: (executionId: string, event: ExecutionEvent) => void;
}

/** A run in this process. */
interface Run {
  readonly stopper: AbortController;
  /** Fulfilled when the run is over; rejected when it could not go on, with the execution left RUNNING. */
  readonly over: Promise<void>;
}

/**
 * The runs of one process. It holds a lease on them in the store and renews it; each write of a run is made only under that lease, so that
 * an execution is never run to its end twice, and learns this way that it was stopped or taken over elsewhere.
 */
export class ExecutionEngine {
  readonly #options: ExecutionEngineOptions;
  readonly #calls = new HandlerTracker();
  readonly #owner: string;
  readonly #runs = new Map<string, Run>();
  readonly #heartbeat: NodeJS.Timeout;
  #closed = false;

  constructor(options: ExecutionEngineOptions) {
    this.#options = { ...options, handlers: this.#calls.track(options.handlers) };
    this.#owner = newLease(options.clock.now()).owner;
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
  }

  /** Adds an execution and runs it; false when the name was used before. */
  start(executionId: string, input: string): boolean {
    const { store } = this.#options;
    const event = store.insert(executionId, input, Buffer.byteLength(input), this.#lease(), this.#at());
    return this.#launch(executionId, event);
  }

  /** Runs an abandoned execution again from its input; false when it is run elsewhere, or somebody was faster. */
  takeOver(record: ExecutionRecord): boolean {
    const { store, clock } = this.#options;
    if (!isAbandoned(record.lease, clock.now())) {
      return false;
    }
    return this.#launch(record.description.execution_id, store.claim(record, this.#lease(), this.#at()));
  }

  /** Marks an execution ABORTED, wherever it runs. */
  stop(executionId: string, reason: string): void {
    this.#end(executionId, null, { status: 'ABORTED', cause: reason });
    this.#runs.get(executionId)?.stopper.abort(new RunStopped('abandoned', reason));
  }

  /** Ends an abandoned execution without running it again; does nothing when somebody has taken it over meanwhile. */
  endAbandoned({ description, lease }: ExecutionRecord, end: ExecutionEnd): void {
    this.#end(description.execution_id, lease.owner, end);
  }

  /** Whether {@link ExecutionEngine.close} was called. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The end of a run in this process, or undefined when it has none. */
  over(executionId: string): Promise<void> | undefined {
    return this.#runs.get(executionId)?.over;
  }

  /** Ends the runs of this process without ending their executions, lets handlers that were told to stop come back, and closes the store. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    const runs = [...this.#runs.values()];
    for (const { stopper } of runs) {
      stopper.abort(new RunStopped('abandoned', 'The engine was closed.'));
    }
    await Promise.allSettled(runs.map(({ over }) => over));
    await this.#calls.settled(CLOSING_GRACE_MS);
    this.#options.store.release(this.#owner);
    this.#options.store.close();
  }

  #launch(executionId: string, started: ExecutionEvent | undefined): boolean {
    if (started === undefined) {
      return false;
    }
    this.#options.emit(executionId, started);
    const stopper = new AbortController();
    const over = this.#run(executionId, stopper).finally(() => this.#runs.delete(executionId));
    // Whoever waits for the execution hears of it; nobody may.
    over.catch((error: unknown) => process.emitWarning(`The execution ${executionId} was left: ${String(error)}`));
    this.#runs.set(executionId, { stopper, over });
    return true;
  }

  async #run(executionId: string, stopper: AbortController): Promise<void> {
    // The caller has its answer before the first state begins.
    await new Promise((resolve) => setImmediate(resolve));
    const { store, definition, handlers, clock, sleep, random, emit } = this.#options;
    const record = store.find(executionId);
    if (record === undefined || stopper.signal.aborted) {
      return;
    }
    const write = (event: NewEvent, bytes: number): void => {
      const written = store.append(executionId, this.#owner, event, bytes, this.#at());
      if (written === undefined) {
        throw new RunStopped('abandoned', 'The execution was stopped or taken over by another process.');
      }
      emit(executionId, written);
    };
    const host = createExecutionHost({ handlers, write, sleep, random, now: () => clock.now() });
    const end = await runExecution({ definition, ...record, host, stopper });
    if (end) {
      this.#end(executionId, this.#owner, end);
    }
  }

  #end(executionId: string, owner: string | null, end: ExecutionEnd): void {
    const event = this.#options.store.end(executionId, owner, end, this.#at());
    if (event) {
      this.#options.emit(executionId, event);
    }
  }

  /** Renews the lease, and stops the runs that are no longer of this process. */
  #beat(): void {
    if (this.#runs.size === 0) {
      return;
    }
    const untilMs = this.#options.clock.now().getTime() + LEASE_MS;
    const owned = this.#renewed(untilMs);
    for (const [executionId, { stopper }] of this.#runs) {
      if (owned && !owned.has(executionId)) {
        stopper.abort(new RunStopped('abandoned', 'The execution was stopped or taken over by another process.'));
      }
    }
  }

  /** Undefined when the file did not answer: the next beat tries again, long before the lease ends. */
  #renewed(untilMs: number): ReadonlySet<string> | undefined {
    try {
      return this.#options.store.renew(this.#owner, untilMs);
    } catch (error) {
      process.emitWarning(`The lease on running executions could not be renewed: ${String(error)}`);
      return undefined;
    }
  }

  #lease(): Lease {
    return { ...newLease(this.#options.clock.now()), owner: this.#owner };
  }

  #at(): string {
    return this.#options.clock.now().toISOString();
  }
}
