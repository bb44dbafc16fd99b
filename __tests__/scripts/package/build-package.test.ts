import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage } from '../../../scripts/package/build-package.ts';

/** Under node_modules, as an installed package lies: there Node runs no TypeScript. */
const INSTALLED = 'node_modules/.build-package-test';
const COMMAND = join(INSTALLED, 'local/cli/interview-brief.mjs');

describe('the installed package', () => {
  beforeAll(() => buildPackage(INSTALLED));
  afterAll(() => rmSync(INSTALLED, { recursive: true }));

  it('runs its command', () => {
    // Act
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, '--help'], {
      encoding: 'utf8',
    });

    // Assess
    expect(stderr).toBe('');
    expect(stdout).toContain('Usage: interview-brief');
    expect(status).toBe(0);
  });

  it('carries no part that keeps sessions or artifacts or starts executions in AWS', () => {
    // Act
    const files = globSync('services/{sessions,artifacts,executions}/**/*.js', { cwd: INSTALLED });

    // Assess
    expect(files).toContain(join('services', 'artifacts', 'file-artifact-store.js'));
    expect(files.filter((file) => /dynamodb|s3|step-functions/.test(file))).toEqual([]);
  });

  it('says the remedy in one line on an old Node', () => {
    // Prepare
    const preload = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";

    // Act
    const { status, stderr } = spawnSync(process.execPath, ['--import', preload, COMMAND], {
      encoding: 'utf8',
    });

    // Assess
    expect(stderr).toBe(
      'interview-brief needs Node 24 or newer and this is Node 20.20.2: install it from https://nodejs.org/, then repeat the command.\n',
    );
    expect(status).toBe(1);
  });
});
