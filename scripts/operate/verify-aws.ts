import { join } from 'node:path';
import { runVerifyAws } from './verify-aws/run-verify-aws.ts';

process.exitCode = await runVerifyAws(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  { root: join(import.meta.dirname, '../..'), variables: process.env },
);
