import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

function plan(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { DEPLOY_ENV: _, ...env } = process.env;
  return spawnSync(process.execPath, ['scripts/plan.ts', ...args], {
    cwd: ROOT,
    env: { ...env, ...variables },
    encoding: 'utf8',
  });
}

describe('npm run plan', () => {
  it('says at once that terraform is missing, and how to get it', () => {
    // Act
    const { status, stderr, stdout } = plan(['--env', 'dev'], { TERRAFORM_BINARY_NAME: 'terraform-that-is-not-there' });

    // Assess
    expect(stderr).toContain('"terraform-that-is-not-there" could not be started');
    expect(stderr).toContain('Install Terraform 1.11 or later');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it.each([
    ['an environment that there is not', ['--env', 'nowhere'], 'allowed: dev'],
    ['no environment', [], "required option '--env <name>' not specified"],
  ])('names %s', (_what, args, message) => {
    // Act
    const { status, stderr } = plan(args);

    // Assess
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it('ends with 1 for every failure where 2 means that something would change', () => {
    expect(plan(['--env', 'nowhere', '--detailed-exitcode']).status).toBe(1);
  });

  it('explains itself', () => {
    // Act
    const { status, stdout } = plan(['--help']);

    // Assess
    expect(stdout).toContain('--detailed-exitcode');
    expect(status).toBe(0);
  });
});

describe('npm run plan:summary', () => {
  const summary = (args: readonly string[]) =>
    spawnSync(process.execPath, ['scripts/plan-summary.ts', ...args], { cwd: ROOT, encoding: 'utf8' });

  it('prints the summary of what terraform show printed', () => {
    // Act
    const { status, stdout } = summary(['--env', 'dev', '__tests__/fixtures/plans/iam-widening.json']);

    // Assess
    expect(stdout).toContain('**Widened:** **ScrapeCompany** may now also `s3:PutObject`');
    expect(status).toBe(0);
  });

  it('says which file is not there', () => {
    // Act
    const { status, stderr } = summary(['--env', 'dev', 'nowhere.json']);

    // Assess
    expect(stderr).toContain('There is no file nowhere.json.');
    expect(status).toBe(2);
  });
});
