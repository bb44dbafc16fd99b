import { join } from 'node:path';
import { runSmoke } from './smoke/run-smoke.ts';

process.exitCode = await runSmoke(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  { root: join(import.meta.dirname, '../..'), variables: process.env },
);
