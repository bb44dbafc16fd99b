import { join } from 'node:path';
import { runDoctor } from './doctor/run-doctor.ts';

process.exitCode = await runDoctor(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  {
    root: join(import.meta.dirname, '../..'),
    variables: process.env,
  },
);
