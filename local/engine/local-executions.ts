import { isDeepStrictEqual } from 'node:util';
import { SessionConflictError } from '../../contracts/index.ts';
import { executionInput } from '../../services/executions/execution-input.ts';
import type { ExecutionEvent, Executions, StartExecutionRequest } from '../../services/executions/executions.ts';
import type { Clock } from '../../services/services.ts';
import { localExecutionArn } from './arns.ts';
import type { Sleep } from './asl/visit.ts';
import type { LocalHandler } from './call-handler.ts';
import { ExecutionEngine } from './execution-engine.ts';
import type { LocalExecutionDescription } from './execution-record.ts';
import { ExecutionStore } from './execution-store.ts';
import { parseDefinition } from './parse-definition.ts';
import type { Recovered, RecoverMode } from './recover.ts';
import { recoverExecutions } from './recover.ts';
import { realSleep } from './sleep.ts';
import { waitForEnd } from './wait-for-end.ts';

/** What the local engine is made of. */
export interface LocalExecutionsOptions {
  /** The state machine with its placeholders filled with {@link localFunctionArn}, as text or as an object. */
  readonly definition: unknown;
  /** The handlers by the names of their functions. */
  readonly handlers: Readonly<Record<string, LocalHandler>>;
  /** Path of the SQLite file that keeps executions and histories; made when absent. Several processes may use it. */
  readonly file: string;
  /** The time of day; the system's by default. */
  readonly clock?: Clock;
  /** Lets time pass; tests shorten it. */
  readonly sleep?: Sleep;
  /** From 0 up to 1, for full jitter. */
  readonly random?: () => number;
}

/** Hears of each event once it is in the file. Must not throw. */
export type ExecutionListener = (executionId: string, event: ExecutionEvent) => void;

/** Executions in this process, in a file that outlives it. */
export interface LocalExecutions extends Executions {
  describe(executionId: string): Promise<LocalExecutionDescription | undefined>;
  /**
   * Waits for the end of an execution, also of one that another process runs. Throws RejectedInputError when it is not known, TransientUpstreamError
   * when its process ended before it did: {@link LocalExecutions.recover} takes it up.
   */
  waitFor(executionId: string): Promise<LocalExecutionDescription>;
  /** Calls a listener with every event that this process writes, until the function that it gives is called. */
  onEvent(listener: ExecutionListener): () => void;
  /** Takes up the executions whose process is gone: runs them again from their input (`resume`, the default), or marks them ABORTED. */
  recover(mode?: RecoverMode): Promise<readonly Recovered[]>;
  /** Leaves running executions to the next start, and closes the file. */
  close(): Promise<void>;
}

/**
 * The state machine in this process. It runs the definition that is deployed, calls the handlers across a JSON boundary with the quotas of
 * Step Functions, and writes every event to the file as it happens.
 *
 * @throws ConfigurationError when the file or the definition cannot be used
 */
export function createLocalExecutions(options: LocalExecutionsOptions): LocalExecutions {
  const { handlers, file, clock = { now: () => new Date() }, sleep = realSleep, random = Math.random } = options;
  const definition = parseDefinition(options.definition, Object.keys(handlers));
  const store = new ExecutionStore(file, false);
  const listeners = new Set<ExecutionListener>();
  const engine = new ExecutionEngine({
    store,
    definition,
    handlers,
    clock,
    sleep,
    random,
    emit: (executionId, event) => {
      for (const listener of listeners) {
        listener(executionId, event);
      }
    },
  });
  return {
    start: async (request) => start(engine, store, request),
    describe: async (executionId) => store.find(executionId)?.description,
    history: async (executionId) => store.events(executionId),
    stop: async (executionId, reason) => engine.stop(executionId, reason),
    forget: async (executionId) => {
      // Its row can say that it has succeeded a moment before its last state is left.
      engine.stop(executionId, 'The run was deleted.');
      store.forget(executionId);
    },
    waitFor: (executionId) => waitForEnd(engine, store, clock, executionId),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    recover: async (mode = 'resume') => recoverExecutions(engine, store, clock, mode),
    close: () => engine.close(),
  };
}

function start(
  engine: ExecutionEngine,
  store: ExecutionStore,
  { execution_id: executionId, input }: StartExecutionRequest,
): { readonly execution_arn: string } {
  const json = executionInput(executionId, input);
  if (!engine.start(executionId, json)) {
    const existing = store.find(executionId);
    if (existing?.description.status !== 'RUNNING' || !isDeepStrictEqual(existing.input, JSON.parse(json))) {
      throw new SessionConflictError(
        `The execution ${executionId} exists already, ${existing?.description.status === 'RUNNING' ? 'with another input' : 'and has ended'}.`,
      );
    }
    // Its process may be gone; then it is run here.
    engine.takeOver(existing);
  }
  return { execution_arn: localExecutionArn(executionId) };
}
