import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Enough for a median that one disturbed run does not move, and done in less than a minute. */
const DEFAULT_RUNS = '5';

const { values } = parseArgs({ options: { runs: { type: 'string', default: DEFAULT_RUNS } } });
const runs = Number.parseInt(values.runs, 10);
if (!(runs > 0)) throw new RangeError(`--runs ${values.runs}: give a whole number of runs above 0`);

/** Runs the demonstration once, start of Node included, and gives the seconds it took. */
function demoSeconds(outFolder: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['local/cli/main.ts', 'demo', '--out', outFolder], {
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`The demonstration ended with exit code ${status}, so there is nothing to measure: ${stderr}`);
  return (performance.now() - started) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const seconds = Array.from({ length: runs }, (_, run) => demoSeconds(join(folder, String(run)))).sort(
    (a, b) => a - b,
  );
  const [fastest = Number.NaN] = seconds;
  const median = seconds[Math.floor(runs / 2)] ?? Number.NaN;
  const slowest = seconds.at(-1) ?? Number.NaN;
  console.log(
    `demo, ${runs} runs: median ${median.toFixed(2)} s, fastest ${fastest.toFixed(2)} s, slowest ${slowest.toFixed(2)} s`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
