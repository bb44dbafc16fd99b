import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { SqliteBudgetStore } from '../../../services/budget/sqlite-budget-store.ts';
import { createSqliteBudgetStore } from '../../../services/budget/sqlite-budget-store.ts';
import { openDatabase } from '../../../services/sqlite/open-database.ts';
import { budgetStoreConformance } from '../../conformance/budget-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('sqlite-budget');
let count = 0;

budgetStoreConformance('the SQLite budget store', async () => {
  count += 1;
  const file = join(folder, `budget-${count}.sqlite`);
  const open: SqliteBudgetStore[] = [];
  const another = async (): Promise<SqliteBudgetStore> => {
    const store = createSqliteBudgetStore({ file });
    open.push(store);
    return store;
  };
  const close = async (): Promise<void> => {
    for (const store of open) store.close();
  };
  return { store: await another(), another, close };
});

test('a ledger that another version wrote is told of, not taken for an empty one', async () => {
  // Prepare
  const file = join(folder, 'foreign.sqlite');
  const store = createSqliteBudgetStore({ file });
  const database = openDatabase({ file, schema: '' });
  database.exec(`INSERT INTO budget (id, document) VALUES (1, '{"runs": 5}')`);
  database.close();

  // Act
  const read = store.change((ledger) => ({ ledger, result: ledger }));

  // Assess
  await expect(read).rejects.toMatchObject({ name: 'ConfigurationError', message: expect.stringMatching(/version/) });
  store.close();
});
