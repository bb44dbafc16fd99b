import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

/** Runs `npm run synth` with an environment that cannot be synthesized. */
function synth(variables: Readonly<Record<string, string>>) {
  const { DEPLOY_ENV: _, ...env } = process.env;
  return spawnSync(process.execPath, ['scripts/synth.ts'], {
    cwd: ROOT,
    env: { ...env, ...variables },
    encoding: 'utf8',
  });
}

it('says what is wrong with the configuration before anything is bundled', () => {
  // Act
  const unnamed = synth({});
  const wrong = synth({ DEPLOY_ENV: 'dev', DEPLOY_LIMITS_START_BURST: '0', DEPLOY_REGION: 'Ireland' });

  // Assess
  expect([unnamed.status, wrong.status]).toEqual([2, 2]);
  expect(unnamed.stderr).toMatch(/^DEPLOY_ENV is not set; allowed: .*\bdev\b/);
  expect(wrong.stderr).toMatch(/^- region: .*\n- limits\.startBurst: /m);
  expect(`${unnamed.stderr}${wrong.stderr}`).not.toContain('KB of');
});
