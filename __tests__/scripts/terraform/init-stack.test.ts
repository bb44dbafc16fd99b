import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { initStack, stackFolder } from '../../../scripts/terraform/stack-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { standInTerraform } from '../../support/terraform/stand-in-terraform.ts';

const COMMITTED = 'deploy/.terraform.lock.hcl';
const LOCK = 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "6.25.0"\n}\n';

const root = await temporaryFolder('init');
const started = { folder: process.cwd(), environment: { ...process.env } };

afterEach(() => {
  process.chdir(started.folder);
  process.env = { ...started.environment };
});

/** Goes into a checkout whose stack is synthesized, with a terraform whose init does what `behavior` says. */
function inCheckout(behavior: string) {
  const folder = mkdtempSync(join(root, 'checkout-'));
  const stack = join(folder, stackFolder('dev'));
  for (const each of [stack, join(folder, 'deploy')]) mkdirSync(each, { recursive: true });
  writeFileSync(join(stack, 'cdk.tf.json'), '{}');
  const terraform = standInTerraform(folder, behavior);
  // Whether somebody looks at a terminal must not decide what is asked of terraform here.
  Object.assign(process.env, { ...terraform.variables, NO_COLOR: '1' });
  process.chdir(folder);
  return { stack, terraform };
}

test('the hashes of the providers are put where they can be committed', async () => {
  // Prepare
  inCheckout(
    `import('node:fs').then(({ writeFileSync }) => writeFileSync('.terraform.lock.hcl', ${JSON.stringify(LOCK)}));`,
  );

  // Act
  await initStack('dev');

  // Assess
  expect(readFileSync(COMMITTED, 'utf8')).toBe(LOCK);
});

test('a lock file that names no provider says nothing and is not kept', async () => {
  // Prepare
  inCheckout("import('node:fs').then(({ writeFileSync }) => writeFileSync('.terraform.lock.hcl', '# nothing'));");

  // Act
  await initStack('dev');

  // Assess
  expect(existsSync(COMMITTED)).toBe(false);
});

test('committed hashes are there before Terraform looks for providers', async () => {
  // Prepare
  const { stack, terraform } = inCheckout("readFileSync('.terraform.lock.hcl', 'utf8');");
  writeFileSync(COMMITTED, LOCK);

  // Act
  await initStack('dev', ['bucket=states', 'region=eu-west-1']);

  // Assess
  expect(readFileSync(join(stack, '.terraform.lock.hcl'), 'utf8')).toBe(LOCK);
  expect(terraform.calls()).toEqual([
    ['init', '-no-color', '-reconfigure', '-backend-config=bucket=states', '-backend-config=region=eu-west-1'],
  ]);
});

test('a stack that was not synthesized is named, with the command that does it', async () => {
  // Prepare
  inCheckout('');

  // Act, assess
  await expect(initStack('prod')).rejects.toMatchObject({
    message: expect.stringContaining('There is no cdktf.out/stacks/interview-pipeline-prod/cdk.tf.json'),
    remedy: expect.stringContaining('DEPLOY_ENV=prod npm run synth'),
  });
});
