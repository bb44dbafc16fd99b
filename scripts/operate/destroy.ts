import { join } from 'node:path';
import { runDestroy } from './destroy/run-destroy.ts';

process.exitCode = await runDestroy(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  { root: join(import.meta.dirname, '../..'), variables: process.env },
);
