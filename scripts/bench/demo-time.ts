import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds that the demonstration took, start of Node included. */
export interface DemoTime {
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
}

/** Runs the demonstration several times, each into a folder of its own. Throws `Error` when it fails, for then there is nothing to measure. */
export function measureDemo(runs: number): DemoTime {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const seconds = Array.from({ length: runs }, (_, run) => demoSeconds(join(folder, String(run)))).sort(
      (a, b) => a - b,
    );
    return {
      median: seconds[Math.floor(runs / 2)] ?? Number.NaN,
      fastest: seconds[0] ?? Number.NaN,
      slowest: seconds.at(-1) ?? Number.NaN,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function demoSeconds(outFolder: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['local/cli/main.ts', 'demo', '--out', outFolder], {
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`The demonstration ended with exit code ${status}, so there is nothing to measure: ${stderr}`);
  return (performance.now() - started) / 1000;
}
