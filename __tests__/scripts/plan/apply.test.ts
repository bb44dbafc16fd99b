import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../../scripts/bundle/zip.ts';
import { readReviewedPlan } from '../../../scripts/plan/verify-plan.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { changeJson } from '../../support/terraform/plan-builder.ts';
import { standInTerraform } from '../../support/terraform/stand-in-terraform.ts';

const ROOT = join(import.meta.dirname, '../../..');
const STACK = 'cdktf.out/stacks/interview-pipeline-dev';
const ZIP = 'assets/Scraper/Scraper.zip';
const ALLOWED = '111122223333';

/** What the stand-in does to apply a plan. */
const APPLY = "console.log('applied', readFileSync(args.at(-1), 'utf8'));";

const root = await temporaryFolder('apply');

/** A plan of one function, as `terraform show -json` prints it. */
function planJson(zipSha256: string, environment: string): string {
  const after = { filename: ZIP, source_code_hash: Buffer.from(zipSha256, 'hex').toString('base64') };
  return JSON.stringify({
    format_version: '1.2',
    resource_changes: [changeJson({ type: 'aws_lambda_function', name: 'Scraper_function_00000001', after })],
    configuration: {
      provider_config: { aws: { expressions: { allowed_account_ids: { constant_value: [ALLOWED] } } } },
      root_module: { outputs: { environment: { expression: { constant_value: environment } } } },
    },
  });
}

/** A checkout in which a plan was made: with the stack, a zip, the plan file, a terraform and an AWS command line that stand in for the real ones. */
function checkout({ environment = 'dev', account = ALLOWED, onApply = APPLY } = {}) {
  const folder = mkdtempSync(join(root, 'checkout-'));
  mkdirSync(join(folder, STACK, dirname(ZIP)), { recursive: true });
  writeFileSync(join(folder, STACK, 'cdk.tf.json'), '{}');
  writeFileSync(join(folder, STACK, ZIP), 'the code that was reviewed');
  writeFileSync(join(folder, 'planned.tfplan'), 'the plan that was reviewed');
  const shown = planJson(sha256Hex('the code that was reviewed'), environment);
  const terraform = standInTerraform(
    folder,
    `if (args[0] === 'show') console.log(${JSON.stringify(shown)}); if (args[0] === 'apply') { ${onApply} }`,
  );
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\necho ${account}\n`);
  chmodSync(join(folder, 'aws'), 0o755);
  return { folder, terraform };
}

type Checkout = ReturnType<typeof checkout>;

/** Runs `npm run apply` there. */
function apply(
  { folder, terraform }: Checkout,
  sha256 = sha256Hex('the plan that was reviewed'),
  plan = 'planned.tfplan',
) {
  const args = [join(ROOT, 'scripts/apply.ts'), '--env', 'dev', '--plan', plan, '--sha256', sha256];
  const env = { ...process.env, ...terraform.variables, PATH: `${folder}:${process.env.PATH}`, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr, commands: terraform.calls().map(([command]) => command) };
}

describe('npm run apply', () => {
  it('applies the plan that was reviewed, byte for byte', () => {
    // Act
    const { status, stdout, commands } = apply(checkout());

    // Assess
    expect(stdout).toContain('applied the plan that was reviewed');
    expect(commands).toEqual(['init', 'show', 'apply']);
    expect(status).toBe(0);
  });

  it('refuses another plan before terraform is called', () => {
    // Prepare
    const there = checkout();
    writeFileSync(join(there.folder, 'planned.tfplan'), 'a plan that was put there later');

    // Act
    const { status, stderr, commands } = apply(there);

    // Assess
    expect(stderr).toContain('Nothing was applied');
    expect(stderr).toContain('is not the plan that was reviewed');
    expect(commands).toEqual([]);
    expect(status).toBe(2);
  });

  it('refuses when a zip is another one, and names it', () => {
    // Prepare
    const there = checkout();
    writeFileSync(join(there.folder, STACK, ZIP), 'code that nobody reviewed');

    // Act
    const { status, stderr, commands } = apply(there);

    // Assess
    expect(stderr).toContain(`${ZIP} is another one: its SHA-256 is ${sha256Hex('code that nobody reviewed')}`);
    expect(commands).toEqual(['init', 'show']);
    expect(status).toBe(2);
  });

  it('refuses when a zip is missing', () => {
    // Prepare
    const there = checkout();
    cpSync(join(there.folder, STACK, ZIP), join(there.folder, 'elsewhere.zip'));
    spawnSync('rm', [join(there.folder, STACK, ZIP)]);

    // Act
    const { status, stderr, commands } = apply(there);

    // Assess
    expect(stderr).toContain(`${ZIP} is missing`);
    expect(commands).not.toContain('apply');
    expect(status).toBe(2);
  });

  it('refuses a plan of another environment', () => {
    // Act
    const { status, stderr, commands } = apply(checkout({ environment: 'prod' }));

    // Assess
    expect(stderr).toContain('this is a plan of "prod", not of dev');
    expect(commands).not.toContain('apply');
    expect(status).toBe(2);
  });

  it('refuses credentials of another account', () => {
    // Act
    const { status, stderr, commands } = apply(checkout({ account: '999999999999' }));

    // Assess
    expect(stderr).toContain('the credentials are those of account 999999999999, the plan allows 111122223333');
    expect(commands).not.toContain('apply');
    expect(status).toBe(5);
  });

  it.each(['', 'abc123', 'F'.repeat(64)])('takes %j for no hash', (sha256) => {
    expect(() => readReviewedPlan(join(checkout().folder, 'planned.tfplan'), sha256)).toThrow('is not a SHA-256');
  });

  it('says what to do when Terraform refuses the plan, because the state has moved on', () => {
    // Prepare
    const there = checkout({ onApply: "console.error('Error: Saved plan is stale'); process.exitCode = 1;" });

    // Act
    const { status, stderr } = apply(there);

    // Assess
    expect(stderr).toContain('Error: Saved plan is stale');
    expect(stderr).toContain('plan again and have that plan reviewed');
    expect(status).toBe(1);
  });

  it('says which flag is missing', () => {
    // Act
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/apply.ts'), '--env', 'dev'], {
      encoding: 'utf8',
    });

    // Assess
    expect(stderr).toContain("required option '--plan <file>' not specified");
    expect(status).toBe(2);
  });

  it('leaves no copy of the plan behind', () => {
    // Prepare
    const there = checkout();
    const copies = join(there.folder, 'copies');
    mkdirSync(copies);

    // Act
    const before = process.env.TMPDIR;
    process.env.TMPDIR = copies;
    const { commands } = apply(there);
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;

    // Assess
    expect(commands).toContain('apply');
    expect(spawnSync('ls', [copies], { encoding: 'utf8' }).stdout).toBe('');
    expect(readFileSync(join(there.folder, 'planned.tfplan'), 'utf8')).toBe('the plan that was reviewed');
  });
});
