import { join } from 'node:path';
import { runRollback } from './rollback/run-rollback.ts';

process.exitCode = await runRollback(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  { root: join(import.meta.dirname, '../..'), variables: process.env },
);
