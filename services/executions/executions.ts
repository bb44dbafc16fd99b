import type { SessionStatus } from '../../contracts/index.ts';

/** What to start: the name is `{session_id}-{attempt}`, the input is plain JSON. */
export interface StartExecutionRequest {
  readonly execution_id: string;
  readonly input: unknown;
}

/** An execution as the engine knows it. */
export interface ExecutionDescription {
  readonly execution_id: string;
  readonly execution_arn: string;
  readonly status: Exclude<SessionStatus, 'QUEUED'>;
  /** ISO 8601 UTC. */
  readonly started_at: string;
  readonly stopped_at?: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
}

/** Something that happened in an execution. Types are those of Step Functions' history, reduced to what is shown; no payloads. */
export interface ExecutionEvent {
  /** Counted from 1. */
  readonly id: number;
  readonly at: string;
  readonly type:
    | 'ExecutionStarted'
    | 'ExecutionSucceeded'
    | 'ExecutionFailed'
    | 'ExecutionTimedOut'
    | 'ExecutionAborted'
    | 'StateEntered'
    | 'StateExited'
    | 'TaskFailed'
    | 'TaskTimedOut'
    | 'TaskRetried'
    | 'TaskCaught';
  readonly state?: string;
  readonly error?: string;
  readonly cause?: string;
}

/**
 * Executions of the state machine. Every method throws `TransientUpstreamError` and `PermissionDeniedError` as the engine does.
 */
export interface Executions {
  /**
   * Starts an execution and gives its ARN without waiting for its end. Starting the same name with the same input while it runs gives the same ARN; otherwise
   * a name that was used is a `SessionConflictError`. Input over 256 KiB is a `RejectedInputError`.
   */
  start(request: StartExecutionRequest): Promise<{ readonly execution_arn: string }>;
  /** The execution, or undefined when the engine does not know it (yet). */
  describe(executionId: string): Promise<ExecutionDescription | undefined>;
  /** What happened so far, oldest first. */
  history(executionId: string): Promise<readonly ExecutionEvent[]>;
  /** Stops an execution; its status becomes ABORTED. Does nothing when it has ended. */
  stop(executionId: string, reason: string): Promise<void>;
  /**
   * Forgets what an ended execution took, gave and did, as far as the engine lets go of it; its name stays used. Step Functions keeps its histories for 90 days
   * and lets nobody remove one.
   */
  forget(executionId: string): Promise<void>;
}
