import { existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { ConfigurationError } from '../../../contracts/index.ts';
import { runTerraform } from '../../../scripts/terraform/run-terraform.ts';
import { TerraformError } from '../../../scripts/terraform/terraform-error.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { StandInTerraform } from '../../support/terraform/stand-in-terraform.ts';
import { standInTerraform } from '../../support/terraform/stand-in-terraform.ts';

const root = await temporaryFolder('terraform');
const { TERRAFORM_BINARY_NAME: before } = process.env;

afterEach(() => {
  if (before === undefined) delete process.env.TERRAFORM_BINARY_NAME;
  else process.env.TERRAFORM_BINARY_NAME = before;
});

function useStandIn(behavior: string): StandInTerraform & { readonly folder: string } {
  const folder = mkdtempSync(join(root, 'run-'));
  const standIn = standInTerraform(folder, behavior);
  Object.assign(process.env, standIn.variables);
  return { ...standIn, folder };
}

test('gives back what terraform prints, without colors and without questions', async () => {
  // Prepare
  const { folder, calls } = useStandIn('console.log(process.env.TF_INPUT, process.env.CHECKPOINT_DISABLE);');

  // Act
  const result = await runTerraform({ folder, args: ['show', '-json', 'planned'], output: 'captured' });

  // Assess
  expect(result).toEqual({ exitCode: 0, stdout: '0 1\n' });
  expect(calls()).toEqual([['show', '-no-color', '-json', 'planned']]);
});

test('works in the default workspace, whatever the shell says: an environment has one state', async () => {
  // Prepare
  const { folder } = useStandIn('console.log(process.env.TF_WORKSPACE);');
  process.env.TF_WORKSPACE = 'other';

  // Act
  const { stdout } = await runTerraform({ folder, args: ['show'], output: 'captured' });

  // Assess
  delete process.env.TF_WORKSPACE;
  expect(stdout).toBe('default\n');
});

test('gives no -no-color to a command that does not take it', async () => {
  // Prepare
  const { folder, calls } = useStandIn('');

  // Act
  await runTerraform({ folder, args: ['state', 'list'], output: 'captured' });

  // Assess
  expect(calls()).toEqual([['state', 'list']]);
});

test('fails with what terraform said', async () => {
  // Prepare
  const { folder } = useStandIn("console.error('Error: no such file'); process.exitCode = 3;");

  // Act
  const failure = runTerraform({ folder, args: ['plan'], output: 'captured' });

  // Assess
  await expect(failure).rejects.toThrow(TerraformError);
  await expect(failure).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('Error: no such file'),
  });
});

test('takes an exit code that is meant for an answer', async () => {
  // Prepare
  const { folder } = useStandIn('process.exitCode = 2;');

  // Act
  const { exitCode } = await runTerraform({
    folder,
    args: ['plan', '-detailed-exitcode'],
    output: 'captured',
    accepted: [0, 2],
  });

  // Assess
  expect(exitCode).toBe(2);
});

test('says how to install terraform where it is missing', async () => {
  // Prepare
  process.env.TERRAFORM_BINARY_NAME = 'terraform-that-is-not-installed';

  // Act
  const failure = runTerraform({ folder: root, args: ['version'] });

  // Assess
  await expect(failure).rejects.toThrow(ConfigurationError);
  await expect(failure).rejects.toMatchObject({
    message: expect.stringContaining('not on the PATH'),
    remedy: expect.stringContaining('Install Terraform 1.11 or later'),
  });
});

test('hands a termination on and waits until terraform has saved', async () => {
  // Prepare
  const { folder } = useStandIn(
    "process.on('SIGTERM', () => { console.log('saved'); process.exit(1); }); appendFileSync('ready', ''); setInterval(() => {}, 1000);",
  );

  // Act
  const run = runTerraform({ folder, args: ['apply'], output: 'captured', accepted: [1] });
  while (!existsSync(join(folder, 'ready'))) await sleep(10);
  process.emit('SIGTERM');

  // Assess
  await expect(run).resolves.toEqual({ exitCode: 1, stdout: 'saved\n' });
});
