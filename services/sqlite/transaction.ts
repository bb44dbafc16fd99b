import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs statements as one change that other processes see whole or not at all. The write lock is taken at the start, so that what is
 * read inside still holds when it is written.
 */
export function inTransaction<Result>(database: DatabaseSync, statements: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = statements();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite itself ends the transaction after some errors, a full disk among them.
    if (database.isTransaction) {
      database.exec('ROLLBACK');
    }
    throw error;
  }
}
