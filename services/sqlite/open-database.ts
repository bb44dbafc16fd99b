import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigurationError } from '../../contracts/index.ts';
import { translateSqliteError } from './sqlite-error.ts';

/**
 * How long a statement waits for another process's lock, in milliseconds. A write here takes about 0.1 ms, so five
 * seconds only pass when a process hangs inside a transaction; Node's event loop stands still meanwhile.
 */
const SQLITE_BUSY_TIMEOUT_MS = 5_000;

/** What database to open. */
export interface OpenDatabaseOptions {
  /** Path of the file; it and its folder are made when absent. */
  readonly file: string;
  /** `CREATE TABLE IF NOT EXISTS …` statements. */
  readonly schema: string;
  /** True for readers such as `inspect`: an absent file is then a ConfigurationError instead of a new, empty database. */
  readonly mustExist?: boolean;
}

/**
 * Opens a SQLite file that several processes may use at once: write-ahead log (readers never wait), busy timeout, and
 * `synchronous = NORMAL`, under which a killed process loses nothing that was committed.
 *
 * @throws ConfigurationError when the file or its folder cannot be made or written, is not a database, or is absent with `mustExist`
 * @throws TransientUpstreamError when other processes keep the file locked longer than {@link SQLITE_BUSY_TIMEOUT_MS}
 */
export function openDatabase({ file, schema, mustExist = false }: OpenDatabaseOptions): DatabaseSync {
  if (mustExist && !existsSync(file)) {
    throw new ConfigurationError(`There is no database at ${file}.`, {
      remedy: 'Give the folder that the run was started with.',
    });
  }
  makeFolder(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: SQLITE_BUSY_TIMEOUT_MS });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(schema);
    return database;
  } catch (error) {
    database?.close();
    throw translateSqliteError(error, file);
  }
}

function makeFolder(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new ConfigurationError(`The folder ${folder} for the database could not be made: ${String(cause)}.`, {
      cause,
      remedy: 'Give a folder that can be written.',
    });
  }
}
