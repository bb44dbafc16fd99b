import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const JEST = resolve('node_modules/jest/bin/jest.js');
const REPORTERS = ['default', resolve('scripts/jest-summary-reporter.ts')];

describe('the closing line of a test run', () => {
  let rootDir: string;
  beforeEach(async () => {
    rootDir = await mkdtemp(join(tmpdir(), 'jest-run-'));
  });
  afterEach(() => rm(rootDir, { recursive: true }));

  it('is the last one, and counts a file that could not be loaded as one failure', async () => {
    // Prepare
    await writeFile(
      join(rootDir, 'mixed.test.js'),
      "it('a', () => {}); it('b', () => {}); it('c', () => { throw new Error('no'); });",
    );
    await writeFile(join(rootDir, 'broken.test.js'), "require('./gone.js');");
    const config = JSON.stringify({ rootDir, reporters: REPORTERS, transform: {} });

    // Act
    const log = await open(join(rootDir, 'run.log'), 'w');
    const stdio = ['ignore', log.fd, log.fd] as const;
    const env = { ...process.env, FORCE_COLOR: '0' };
    await once(spawn(process.execPath, [JEST, '--config', config], { stdio: [...stdio], env }), 'close');
    await log.close();
    const output = await readFile(join(rootDir, 'run.log'), 'utf8');

    // Assess
    expect(output).toContain('Tests:       1 failed, 2 passed, 3 total');
    expect(output.trimEnd().split('\n').at(-1)).toBe('2 passed, 2 failed');
  });
});
