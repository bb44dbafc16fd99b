import type { SessionRow, SessionStatus, StateProgress, TaskState, UseEntry } from '../../contracts/index.ts';

/** What a state change may write beside the status; `null` removes the attribute. */
export type SessionPatch = Partial<
  Pick<SessionRow, 'attempt' | 'execution_id' | 'execution_arn' | 'degraded' | 'brief' | 'expires_at'>
> & {
  readonly failure?: SessionRow['failure'] | null;
  readonly usage?: SessionRow['usage'];
  readonly earlier_transitions?: number;
  /** Empty: a new attempt begins without the progress of the one before. */
  readonly progress?: Readonly<Record<string, never>>;
};

/** A conditional change of a session's status. */
export interface SessionTransition {
  readonly session_id: string;
  /** The change is made only if the row is in one of these. */
  readonly from: readonly SessionStatus[];
  readonly to: SessionStatus;
  /** When given, the change is made only if the row belongs to this execution: a zombie of an earlier attempt changes nothing. */
  readonly execution_id?: string;
  readonly patch?: SessionPatch;
}

/** One account of what a state used; written again it takes the place of what it was. */
export interface StateUse {
  readonly session_id: string;
  /** The execution that uses it: one that the session has gone on from may use nothing more. */
  readonly execution_id: string;
  readonly state: TaskState;
  /** Which account of the state, by letters and digits: each invocation has its own, so that two that run at once lose nothing of one another. */
  readonly account: string;
  readonly use: UseEntry;
}

/** Which of an owner's sessions to list. */
export interface SessionQuery {
  readonly owner: string;
  readonly status?: SessionStatus;
  /** Rows a page, 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of sessions, newest first; `cursor` is there when more follow. */
export interface SessionPage {
  readonly rows: readonly SessionRow[];
  readonly cursor?: string;
}

/**
 * Session rows. Every method throws `TransientUpstreamError` when the store does not answer and `PermissionDeniedError` when it may not be
 * asked. Rows whose `expires_at` has passed are as good as absent.
 */
export interface SessionStore {
  /** Adds a row. Throws `SessionConflictError` when the session exists. */
  create(row: SessionRow): Promise<void>;
  /** The row, or undefined. */
  get(sessionId: string): Promise<SessionRow | undefined>;
  /** Changes the status under its conditions and gives the new row. Throws `SessionConflictError` when a condition does not hold or the row is absent. */
  transition(change: SessionTransition): Promise<SessionRow>;
  /** Writes the progress of one state, whatever the status; other attributes stay as they are. Ignores rows that are absent: progress is never worth a failure. */
  putProgress(sessionId: string, state: TaskState, progress: StateProgress): Promise<void>;
  /**
   * Writes one account of what a state used; other attributes stay as they are. Throws `SessionConflictError` when the session does not run any more under this execution:
   * whoever is about to pay for something must know.
   */
  putUse(use: StateUse): Promise<void>;
  /** An owner's sessions, newest first. */
  list(query: SessionQuery): Promise<SessionPage>;
  /** Forgets a session; does nothing when it is absent. */
  delete(sessionId: string): Promise<void>;
}
