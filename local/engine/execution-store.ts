import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ExecutionEvent } from '../../services/executions/executions.ts';
import { openDatabase } from '../../services/sqlite/open-database.ts';
import { withSqliteErrors } from '../../services/sqlite/sqlite-error.ts';
import { inTransaction } from '../../services/sqlite/transaction.ts';
import type { Json } from '../../statemachine/asl.ts';
import type { ExecutionRecord } from './execution-record.ts';
import { readEvent, readExecution } from './execution-record.ts';
import { EXECUTION_SCHEMA, INSERT_EVENT } from './execution-schema.ts';
import type { Lease } from './process-lease.ts';

/** An event before it has its number and time. */
export type NewEvent = Omit<ExecutionEvent, 'id' | 'at'>;

/** How an execution ended. */
export interface ExecutionEnd {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/** The event that tells of an end. */
const END_EVENTS = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const satisfies Record<ExecutionEnd['status'], ExecutionEvent['type']>;

const INSERT = `
  INSERT INTO executions (execution_id, input, status, started_at, largest_payload_bytes, runs, lease_owner, lease_host, lease_pid, lease_until_ms)
  VALUES (:execution_id, :input, 'RUNNING', :at, :bytes, 1, :owner, :host, :pid, :until_ms)
  ON CONFLICT DO NOTHING`;

const CLAIM = `
  UPDATE executions SET runs = runs + 1, lease_owner = :owner, lease_host = :host, lease_pid = :pid, lease_until_ms = :until_ms
  WHERE execution_id = :execution_id AND status = 'RUNNING' AND lease_owner IS :previous_owner AND runs = :previous_runs`;

const NOTE_SIZE = `
  UPDATE executions SET largest_payload_bytes = max(largest_payload_bytes, :bytes)
  WHERE execution_id = :execution_id AND status = 'RUNNING' AND lease_owner = :owner`;

/** Without an owner anybody may end it: that is how an execution of another process is stopped. */
const END = `
  UPDATE executions SET status = :status, stopped_at = :at, output = :output, error = :error, cause = :cause
  WHERE execution_id = :execution_id AND status = 'RUNNING' AND (:owner IS NULL OR lease_owner = :owner)`;

const RENEW = `
  UPDATE executions SET lease_until_ms = :until_ms WHERE lease_owner = :owner AND status = 'RUNNING'
  RETURNING execution_id`;

/** The name stays, so that it is not used again, as in Step Functions. */
const FORGET = `
  UPDATE executions SET input = '{}', output = NULL, error = NULL, cause = NULL
  WHERE execution_id = ? AND status <> 'RUNNING'`;

/** Executions and their events in a SQLite file; each method is one transaction. */
export class ExecutionStore {
  readonly #file: string;
  readonly #database: DatabaseSync;
  /** Preparing costs more than running: each statement is prepared once. */
  readonly #statements = new Map<string, StatementSync>();

  /** Opens the file; throws ConfigurationError when it cannot be used, or is absent with `mustExist`. */
  constructor(file: string, mustExist: boolean) {
    this.#file = file;
    this.#database = openDatabase({ file, schema: EXECUTION_SCHEMA, mustExist });
  }

  /** Adds an execution and its first event, which is given back; undefined when the name was used before. */
  insert(executionId: string, input: string, bytes: number, lease: Lease, at: string): ExecutionEvent | undefined {
    return this.#transaction(() => {
      const { changes } = this.#prepared(INSERT).run({ execution_id: executionId, input, at, bytes, ...lease });
      return changes === 0 ? undefined : this.#event(executionId, { type: 'ExecutionStarted' }, at);
    });
  }

  /** Takes over a RUNNING execution from exactly the run that was read; undefined when somebody else was faster or it ended. */
  claim({ description, lease: previous }: ExecutionRecord, lease: Lease, at: string): ExecutionEvent | undefined {
    const { execution_id, runs } = description;
    return this.#transaction(() => {
      const { changes } = this.#prepared(CLAIM).run({
        execution_id,
        previous_owner: previous.owner,
        previous_runs: runs,
        ...lease,
      });
      const cause = `Run ${runs + 1}: the process of the run before ended.`;
      return changes === 0 ? undefined : this.#event(execution_id, { type: 'ExecutionStarted', cause }, at);
    });
  }

  /** Adds an event of a run and notes the largest payload so far; undefined when the run does not own the execution any more. */
  append(executionId: string, owner: string, event: NewEvent, bytes: number, at: string): ExecutionEvent | undefined {
    return this.#transaction(() => {
      const { changes } = this.#prepared(NOTE_SIZE).run({ execution_id: executionId, owner, bytes });
      return changes === 0 ? undefined : this.#event(executionId, event, at);
    });
  }

  /** Ends a RUNNING execution, for its owner, or for anybody when the owner is null; undefined when it had ended or has another owner. */
  end(executionId: string, owner: string | null, end: ExecutionEnd, at: string): ExecutionEvent | undefined {
    const { status, output, error = null, cause = null } = end;
    return this.#transaction(() => {
      const { changes } = this.#prepared(END).run({
        execution_id: executionId,
        owner,
        status,
        at,
        output: output === undefined ? null : JSON.stringify(output),
        error,
        cause,
      });
      const event = { type: END_EVENTS[status], ...(error && { error }), ...(cause && { cause }) };
      return changes === 0 ? undefined : this.#event(executionId, event, at);
    });
  }

  /** Removes what an ended execution took, gave and did. */
  forget(executionId: string): void {
    this.#transaction(() => {
      const { changes } = this.#prepared(FORGET).run(executionId);
      if (changes > 0) this.#prepared('DELETE FROM execution_events WHERE execution_id = ?').run(executionId);
    });
  }

  /** Renews the lease of all executions of an owner and gives their names. */
  renew(owner: string, untilMs: number): ReadonlySet<string> {
    const rows = this.#guarded(() => this.#prepared(RENEW).all({ owner, until_ms: untilMs }));
    return new Set(rows.map(({ execution_id }) => String(execution_id)));
  }

  /** Gives up all executions of an owner, so that another process may take them over at once. */
  release(owner: string): void {
    this.#guarded(() =>
      this.#prepared(`UPDATE executions SET lease_owner = NULL WHERE lease_owner = ? AND status = 'RUNNING'`).run(
        owner,
      ),
    );
  }

  /** An execution, or undefined. */
  find(executionId: string): ExecutionRecord | undefined {
    const row = this.#guarded(() => this.#prepared('SELECT * FROM executions WHERE execution_id = ?').get(executionId));
    return row && readExecution(row);
  }

  /** All executions that have not ended, oldest first. */
  running(): readonly ExecutionRecord[] {
    return this.#guarded(() =>
      this.#prepared(`SELECT * FROM executions WHERE status = 'RUNNING' ORDER BY started_at`).all(),
    ).map(readExecution);
  }

  /** What happened in an execution, oldest first. */
  events(executionId: string): readonly ExecutionEvent[] {
    return this.#guarded(() =>
      this.#prepared('SELECT * FROM execution_events WHERE execution_id = ? ORDER BY id').all(executionId),
    ).map(readEvent);
  }

  /** Closes the file. */
  close(): void {
    this.#database.close();
  }

  #event(executionId: string, event: NewEvent, at: string): ExecutionEvent {
    const { type, state = null, error = null, cause = null } = event;
    return readEvent(this.#prepared(INSERT_EVENT).get({ execution_id: executionId, at, type, state, error, cause }));
  }

  #prepared(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #transaction<Result>(statements: () => Result): Result {
    return this.#guarded(() => inTransaction(this.#database, statements));
  }

  #guarded<Result>(statements: () => Result): Result {
    return withSqliteErrors(this.#file, statements);
  }
}
