import { ConfigurationError } from '../../contracts/index.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { withSqliteErrors } from '../sqlite/sqlite-error.ts';
import type { BudgetStore, LedgerChange } from './budget-ledger.ts';
import { BudgetLedger, EMPTY_LEDGER } from './budget-ledger.ts';

/** One row: the ledger as JSON. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS budget (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    document TEXT NOT NULL
  ) STRICT;`;

const PUT = `
  INSERT INTO budget (id, document) VALUES (1, :document)
  ON CONFLICT (id) DO UPDATE SET document = excluded.document`;

/** A budget store with a file to close. */
export type SqliteBudgetStore = BudgetStore & { close(): void };

/**
 * The ledger in a SQLite file that several processes may use at once: a change holds the file's lock for writing from its reading on.
 *
 * @throws ConfigurationError when the file cannot be made, written or read as a database
 */
export function createSqliteBudgetStore({ file }: { readonly file: string }): SqliteBudgetStore {
  const database = openDatabase({ file, schema: SCHEMA });
  const read = (): BudgetLedger => {
    const found = database.prepare('SELECT document FROM budget WHERE id = 1').get();
    return found === undefined ? EMPTY_LEDGER : parseLedger(String(found.document));
  };
  const changeLocked = <Result>(change: (ledger: BudgetLedger) => LedgerChange<Result>): Result => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const before = read();
      const { ledger, result } = change(before);
      if (ledger !== before) database.prepare(PUT).run({ document: JSON.stringify(ledger) });
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    change: async (change) => withSqliteErrors(file, () => changeLocked(change)),
    close: () => database.close(),
  };
}

function parseLedger(document: string): BudgetLedger {
  const parsed = BudgetLedger.safeParse(JSON.parse(document));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError('What was set aside for runs cannot be read by this version.', {
    cause: parsed.error,
    remedy: 'Use the version that wrote the file, or another data folder.',
  });
}
