import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { LAMBDA_NAMES } from '../../../contracts/functions.ts';
import { sha256Hex, zip } from '../../../scripts/bundle/zip.ts';
import { readBundles } from '../../../stacks/bundles.ts';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';
import { InterviewPipelineStack } from '../../../stacks/interview-pipeline-stack.ts';

/** A synthesized stack as Terraform reads it. */
export interface SynthesizedStack {
  /** The text of cdk.tf.json. */
  readonly text: string;
  /** Its folder. */
  readonly folder: string;
  /** Resources by type, then by their name in Terraform. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

/** Writes a zip for every function, the same each time: the stack needs files with hashes, not code that runs. */
export function writeStandInBundles(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const functions = LAMBDA_NAMES.map((name) => {
    const bytes = zip(new Map([['index.mjs', Buffer.from(`export const handler = async () => '${name}';\n`)]]));
    writeFileSync(join(folder, `${name}.zip`), bytes);
    return [name, { file: `${name}.zip`, bytes: bytes.byteLength, sha256: sha256Hex(bytes) }];
  });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ functions: Object.fromEntries(functions), sources: {} }),
  );
  return folder;
}

/** Synthesizes the stack of a configuration into a folder, as main.ts does. */
export function synthesize(config: DeployConfig, folder: string): SynthesizedStack {
  const bundles = readBundles(writeStandInBundles(join(folder, 'bundles')));
  const app = new App({ outdir: join(folder, 'cdktf.out') });
  const name = `interview-pipeline-${config.environment}`;
  new InterviewPipelineStack(app, name, { config, bundles });
  app.synth();
  const stack = join(folder, 'cdktf.out', 'stacks', name);
  const text = readFileSync(join(stack, 'cdk.tf.json'), 'utf8');
  return { text, folder: stack, resources: JSON.parse(text).resource };
}

/** The resources of a type. */
export function resourcesOf({ resources }: SynthesizedStack, type: string): Readonly<Record<string, unknown>>[] {
  return Object.values(resources[type] ?? {});
}
