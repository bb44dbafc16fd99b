import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const CHECK = resolve('scripts/check.ts');

/** Whoever looks on may have asked for colors. */
const COLORLESS = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };

describe('npm run check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs the check in a project that has these scripts. */
  function runCheck(scripts: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts }));
    return spawnSync(process.execPath, [CHECK], { cwd: folder, encoding: 'utf8', env: COLORLESS });
  }

  it('goes on after a part that failed, names it at the end, and fails', () => {
    // Act
    const { status, stdout, stderr } = runCheck({
      'check:a': 'node -e "process.exit(2)"',
      'check:b': 'node -e "console.log(1 + 1)"',
      test: 'node -e "console.log(4 + 4)"',
    });

    // Assess
    expect(stdout).toMatch(/── check:a\n+── check:b\n2\n\ncheck: 1 of 2 parts passed\n$/);
    expect(stderr).toContain('✗ check:a failed; see it alone with: npm run check:a');
    expect(status).toBe(1);
  });

  it('passes when every part does', () => {
    // Act
    const { status, stdout } = runCheck({ 'check:a': 'node -e "0"' });

    // Assess
    expect(stdout).toMatch(/check: 1 of 1 parts passed\n$/);
    expect(status).toBe(0);
  });

  it('leaves the package to its own command, since trying it installs packages', () => {
    // Act
    const { status, stdout } = runCheck({ 'check:a': 'node -e "0"', 'check:package': 'node -e "process.exit(2)"' });

    // Assess
    expect(stdout).toMatch(/check: 1 of 1 parts passed\n$/);
    expect(status).toBe(0);
  });
});
