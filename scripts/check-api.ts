import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { announcesMajor, breaksOf } from './api/breaks.ts';
import { surfaceOf } from './api/surface.ts';

const DESCRIPTION = 'docs/openapi.json';

/** What clients were promised: its first line is the version that promised it, each other line a fact. `--accept` takes up what is new. */
const SURFACE = 'docs/api-surface.txt';

/** The linter of API descriptions, started as its own command, because its exit code is the answer. */
const REDOCLY = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/** It tells nobody that it ran, and does not ask whether there is a newer one. */
const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

function isValid(): boolean {
  const { status, error } = spawnSync(process.execPath, [REDOCLY, 'lint', DESCRIPTION, '--extends', 'recommended'], {
    stdio: 'inherit',
    env: { ...process.env, ...QUIET },
  });
  if (error) throw error;
  return status === 0;
}

/** Holds the description against what clients were promised, and says what is wrong and what to do. */
function surfaceFaults(accept: boolean): string[] {
  const description = JSON.parse(readFileSync(DESCRIPTION, 'utf8'));
  const now = surfaceOf(description);
  const [version = description.info.version, ...before] = existsSync(SURFACE)
    ? readFileSync(SURFACE, 'utf8').trim().split('\n')
    : [];
  const breaks = breaksOf(before, now);
  if (breaks.length > 0 && !announcesMajor(readFileSync('CHANGELOG.md', 'utf8'), version)) {
    return breaks.map((fault) => `${fault}. Keep it, or announce a new major version in CHANGELOG.md.`);
  }
  const text = `${[description.info.version, ...now].join('\n')}\n`;
  if (accept) writeFileSync(SURFACE, text);
  return accept || text === `${[version, ...before].join('\n')}\n`
    ? []
    : [`${SURFACE} lacks what is new: run "npm run check:api -- --accept" and commit the result.`];
}

const faults = surfaceFaults(process.argv.includes('--accept'));
for (const fault of faults) console.error(fault);
process.exitCode = isValid() && faults.length === 0 ? 0 : 1;
