import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const GUARD = 'scripts/require-node.mjs';

/** Runs the guard as an npm script does, under a Node that says it is of the given version. */
function runGuard(version: string): { status: number | null; stdout: string; stderr: string } {
  const preload = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
  return spawnSync(process.execPath, ['--import', preload, GUARD], { encoding: 'utf8' });
}

describe('require-node', () => {
  it.each(['12.22.12', '18.20.8', '20.20.2', '23.11.1'])(
    'says the remedy in one line on Node %s and fails',
    (version) => {
      // Act
      const { status, stdout, stderr } = runGuard(version);

      // Assess
      expect(stderr).toBe(
        `This project needs Node 24 and this is Node ${version}: run "npm ci --include=dev --ignore-scripts=false", then repeat the command.\n`,
      );
      expect(stdout).toBe('');
      expect(status).toBe(1);
    },
  );

  it.each(['24.0.0', '24.21.0', '26.10.0'])('is silent on Node %s and goes on', (version) => {
    // Act
    const { status, stdout, stderr } = runGuard(version);

    // Assess
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('says how to install what is not installed', () => {
    // Prepare
    const clone = mkdtempSync(join(tmpdir(), 'clone-'));
    mkdirSync(join(clone, 'scripts'));
    copyFileSync(GUARD, join(clone, GUARD));

    // Act
    const { status, stderr } = spawnSync(process.execPath, [GUARD], { cwd: clone, encoding: 'utf8' });
    rmSync(clone, { recursive: true });

    // Assess
    expect(stderr).toBe(
      'The dependencies are not installed: run "npm ci --include=dev --ignore-scripts=false", then repeat the command.\n',
    );
    expect(status).toBe(1);
  });

  it('is the first step of every npm script', () => {
    // Act
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    const unguarded = Object.entries(scripts).filter(([, command]) => !command.startsWith(`node ${GUARD} && `));

    // Assess
    expect(unguarded).toEqual([]);
  });
});
