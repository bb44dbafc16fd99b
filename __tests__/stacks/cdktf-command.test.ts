import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { scratchCheckout } from '../support/terraform/scratch-checkout.ts';

const folder = await temporaryFolder('cdktf-command');

/** The folders of this process without those that npm put first: `node` is then the one of the machine, whichever that is. */
const PATH_OF_THE_SHELL = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((path) => !path.includes('node_modules'))
  .join(delimiter);

test('"cdktf synth" as it is published works in a clean checkout, with the Node of the machine and without Terraform', async () => {
  // Prepare
  const checkout = scratchCheckout(folder, {
    PATH: PATH_OF_THE_SHELL,
    DEPLOY_ENV: 'dev',
    CI: 'true',
    CHECKPOINT_DISABLE: '1',
    TERRAFORM_BINARY_NAME: 'terraform-that-is-not-there',
  });

  // Act
  const { exitCode, out, err } = await checkout.program('cdktf', ['synth']);

  // Assess
  expect(`${exitCode} ${err}`).toMatch(/^0 /);
  expect(out).toContain('Generated Terraform code for the stacks: interview-pipeline-dev');
  const stack = join(checkout.root, 'cdktf.out/stacks/interview-pipeline-dev');
  const { resource } = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8'));
  const zips = Object.values<{ filename: string }>(resource.aws_lambda_function).map(({ filename }) => filename);
  expect(zips.filter((zip) => !existsSync(join(stack, zip)))).toEqual([]);
});
