import type { DatabaseSync } from 'node:sqlite';
import type { SessionRow } from '../../contracts/index.ts';
import { RejectedInputError, SessionConflictError } from '../../contracts/index.ts';
import type { Clock } from '../services.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { withSqliteErrors } from '../sqlite/sqlite-error.ts';
import { noLongerRuns } from './no-longer-runs.ts';
import { decodeSessionCursor, encodeSessionCursor } from './session-cursor.ts';
import type { SessionPage, SessionQuery, SessionStore, SessionTransition, StateUse } from './session-store.ts';
import { readSessionDocument } from './sqlite-session-document.ts';
import { transitionStatement } from './sqlite-session-transition.ts';

/** Most rows of a page: keeps one answer small; the same as the public contract's largest page. */
const MAX_SESSIONS_PER_PAGE = 100;

/** Where the sessions are kept. */
export interface SqliteSessionStoreOptions {
  /** Path of the database file; made when absent. */
  readonly file: string;
  /** The time of day, for expiry and `updated_at`; the system's by default. */
  readonly clock?: Clock;
  /** True when an absent file is an error, as for a command that only reads. */
  readonly mustExist?: boolean;
}

/** A session store with a file to close. */
export type SqliteSessionStore = SessionStore & { close(): void };

/**
 * One JSON document a row; the columns that conditions and the index need are computed from it, so they cannot disagree.
 * Every change is one SQL statement on that document, which makes it atomic between processes.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sessions (
    session_id TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    status TEXT NOT NULL GENERATED ALWAYS AS (json_extract(document, '$.status')) STORED,
    owner TEXT NOT NULL GENERATED ALWAYS AS (json_extract(document, '$.owner')) STORED,
    execution_id TEXT NOT NULL GENERATED ALWAYS AS (json_extract(document, '$.execution_id')) STORED,
    created_at TEXT NOT NULL GENERATED ALWAYS AS (json_extract(document, '$.created_at')) STORED,
    expires_at INTEGER NOT NULL GENERATED ALWAYS AS (json_extract(document, '$.expires_at')) STORED
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sessions_by_owner ON sessions (owner, created_at, session_id);`;

/** An expired row counts as absent, so it may be replaced. */
const CREATE = `
  INSERT INTO sessions (session_id, document) VALUES (:session_id, :document)
  ON CONFLICT (session_id) DO UPDATE SET document = excluded.document WHERE sessions.expires_at <= :now_seconds`;

const GET = 'SELECT document FROM sessions WHERE session_id = :session_id AND expires_at > :now_seconds';

/** Replaces one attribute inside the document: writers of other states' progress are not disturbed. */
const PUT_PROGRESS = `
  UPDATE sessions SET document = json_set(document, :path, json(:progress))
  WHERE session_id = :session_id AND expires_at > :now_seconds`;

/** json_set makes what is missing on the way to an account. */
const PUT_USE = `
  UPDATE sessions SET document = json_set(document, :path, json(:use))
  WHERE session_id = :session_id AND expires_at > :now_seconds AND status = 'RUNNING' AND execution_id = :execution_id`;

const LIST = `
  SELECT document FROM sessions
  WHERE owner = :owner AND expires_at > :now_seconds AND (:status IS NULL OR status = :status)
    AND (created_at, session_id) < (:before_created_at, :before_session_id)
  ORDER BY created_at DESC, session_id DESC LIMIT :limit`;

/** Sorts after every ISO 8601 time and every session id. */
const AFTER_EVERYTHING = '\u{10ffff}';

/**
 * Sessions in a SQLite file that several processes may use at once.
 *
 * @throws ConfigurationError when the file cannot be made, written or read as a database
 */
export function createSqliteSessionStore(options: SqliteSessionStoreOptions): SqliteSessionStore {
  const { file, clock = { now: () => new Date() } } = options;
  const database = openDatabase({ file, schema: SCHEMA, mustExist: options.mustExist ?? false });
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1_000);
  const run = async <Result>(statements: () => Result): Promise<Result> => withSqliteErrors(file, statements);
  return {
    create: (row) => run(() => create(database, row, nowSeconds())),
    get: (sessionId) => run(() => get(database, sessionId, nowSeconds())),
    transition: (change) => run(() => transition(database, change, clock.now())),
    putProgress: (sessionId, state, progress) =>
      run(() => {
        database.prepare(PUT_PROGRESS).run({
          session_id: sessionId,
          path: `$.progress.${state}`,
          progress: JSON.stringify(progress),
          now_seconds: nowSeconds(),
        });
      }),
    putUse: (use) => run(() => putUse(database, use, nowSeconds())),
    list: (query) => run(() => list(database, query, nowSeconds())),
    delete: (sessionId) =>
      run(() => {
        database.prepare('DELETE FROM sessions WHERE session_id = ?').run(sessionId);
      }),
    close: () => database.close(),
  };
}

function create(database: DatabaseSync, row: SessionRow, nowSeconds: number): void {
  const { changes } = database
    .prepare(CREATE)
    .run({ session_id: row.session_id, document: JSON.stringify(row), now_seconds: nowSeconds });
  if (changes === 0) {
    throw new SessionConflictError(`Session ${row.session_id} exists already.`);
  }
}

function get(database: DatabaseSync, sessionId: string, nowSeconds: number): SessionRow | undefined {
  const found = database.prepare(GET).get({ session_id: sessionId, now_seconds: nowSeconds });
  return found && readSessionDocument(found.document);
}

function putUse(
  database: DatabaseSync,
  { session_id, execution_id, state, account, use }: StateUse,
  now_seconds: number,
): void {
  const path = `$.used.${state}."${account}"`;
  const { changes } = database
    .prepare(PUT_USE)
    .run({ session_id, execution_id, path, use: JSON.stringify(use), now_seconds });
  if (changes === 0) throw noLongerRuns({ session_id, execution_id });
}

function transition(database: DatabaseSync, change: SessionTransition, now: Date): SessionRow {
  const { sql, values } = transitionStatement(change, now);
  const changed = database.prepare(sql).get(...values);
  if (changed === undefined) {
    const found = get(database, change.session_id, Math.floor(now.getTime() / 1_000));
    throw new SessionConflictError(
      `Session ${change.session_id} cannot become ${change.to}: ${found ? `it is ${found.status} in execution ${found.execution_id}` : 'it does not exist'}.`,
    );
  }
  return readSessionDocument(changed.document);
}

function list(database: DatabaseSync, query: SessionQuery, nowSeconds: number): SessionPage {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_SESSIONS_PER_PAGE) {
    throw new RejectedInputError(`The limit must be a whole number from 1 to ${MAX_SESSIONS_PER_PAGE}.`);
  }
  const [createdAt, sessionId] =
    query.cursor === undefined ? [AFTER_EVERYTHING, AFTER_EVERYTHING] : decodeSessionCursor(query.cursor);
  const found = database.prepare(LIST).all({
    owner: query.owner,
    status: query.status ?? null,
    now_seconds: nowSeconds,
    before_created_at: createdAt,
    before_session_id: sessionId,
    // One more than asked for tells whether another page follows.
    limit: query.limit + 1,
  });
  const rows = found.slice(0, query.limit).map(({ document }) => readSessionDocument(document));
  const last = rows.at(-1);
  return found.length > query.limit && last
    ? { rows, cursor: encodeSessionCursor([last.created_at, last.session_id]) }
    : { rows };
}
