import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The linter of API descriptions, started as its own command, because its exit code is the answer. */
const REDOCLY = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/** It tells nobody that it ran, and does not ask whether there is a newer one. */
const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

const { status, error } = spawnSync(
  process.execPath,
  [REDOCLY, 'lint', 'docs/openapi.json', '--extends', 'recommended'],
  {
    stdio: 'inherit',
    env: { ...process.env, ...QUIET },
  },
);
if (error) throw error;
process.exitCode = status ?? 1;
