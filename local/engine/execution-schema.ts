/** Tables of the local engine. The lease columns say which process runs an execution; every write of a run is made only while they name it. */
export const EXECUTION_SCHEMA = `
  CREATE TABLE IF NOT EXISTS executions (
    execution_id TEXT PRIMARY KEY,
    input TEXT NOT NULL,
    status TEXT NOT NULL,
    started_at TEXT NOT NULL,
    stopped_at TEXT,
    output TEXT,
    error TEXT,
    cause TEXT,
    largest_payload_bytes INTEGER NOT NULL,
    runs INTEGER NOT NULL,
    lease_owner TEXT,
    lease_host TEXT NOT NULL,
    lease_pid INTEGER NOT NULL,
    lease_until_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS executions_running ON executions (status) WHERE status = 'RUNNING';
  CREATE TABLE IF NOT EXISTS execution_events (
    execution_id TEXT NOT NULL,
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    type TEXT NOT NULL,
    state TEXT,
    error TEXT,
    cause TEXT,
    PRIMARY KEY (execution_id, id)
  ) STRICT, WITHOUT ROWID;`;

/** Adds an event under the execution's next number. */
export const INSERT_EVENT = `
  INSERT INTO execution_events (execution_id, id, at, type, state, error, cause)
  SELECT :execution_id, coalesce(max(id), 0) + 1, :at, :type, :state, :error, :cause
  FROM execution_events WHERE execution_id = :execution_id
  RETURNING *`;
