import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { App, TerraformStack } from 'cdktf';
import { makeBackend } from '../../../stacks/constructs/backend.ts';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';
import type { S3Server } from '../s3/s3-server.ts';

/** What a call of terraform gave. */
export interface TerraformRun {
  readonly exitCode: number;
  /** Both outputs, one after the other. */
  readonly output: string;
}

/** Runs the terraform of this machine in a folder, without prompts. */
export function terraform(folder: string, args: readonly string[], region = 'eu-west-1'): Promise<TerraformRun> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'a made-up secret',
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
  return new Promise((resolve) => {
    execFile('terraform', [...args], { cwd: folder, env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exitCode, output: stripVTControlCharacters(`${stdout}${stderr}`) });
    });
  });
}

/** Writes a configuration with the backend that the stack of an environment has, and one resource that needs no provider: `value` is what the state then holds. */
export function writeConfiguration(folder: string, config: DeployConfig, value: string): string {
  mkdirSync(folder, { recursive: true });
  const app = new App({ outdir: join(folder, 'cdktf.out') });
  const stack = new TerraformStack(app, 'interview-pipeline');
  makeBackend(stack, config);
  const { terraform: settings } = stack.toTerraform() as { terraform: object };
  const target = join(folder, 'cdktf.out', 'stacks', 'interview-pipeline');
  mkdirSync(target, { recursive: true });
  const configuration = { terraform: settings, resource: { terraform_data: { kept: { input: value } } } };
  writeFileSync(join(target, 'main.tf.json'), JSON.stringify(configuration, null, 2));
  return target;
}

/** What a server on loopback needs beside what the stack says of its backend; given as partial configuration, as a bucket of one's own would be. */
export function loopbackBackend({ settings }: S3Server): readonly string[] {
  const skipped = [
    'skip_credentials_validation',
    'skip_metadata_api_check',
    'skip_region_validation',
    'skip_requesting_account_id',
  ];
  return [
    ...skipped.map((name) => `-backend-config=${name}=true`),
    '-backend-config=use_path_style=true',
    `-backend-config=endpoints={s3="${settings.endpoint}"}`,
  ];
}
