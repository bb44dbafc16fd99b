import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { readDeployConfig } from '../../stacks/deploy-config.ts';
import { sha256Hex } from '../bundle/zip.ts';
import { runTerraform } from '../terraform/run-terraform.ts';
import { initStack, stackFolder } from '../terraform/stack-folder.ts';
import type { PlanFiles } from './plan-files.ts';
import type { Plan } from './plan-json.ts';
import { parsePlan } from './plan-json.ts';
import { redactPlan } from './redact-plan.ts';
import { summarizePlan, tellsDrift } from './summarize-plan.ts';
import { synthesize } from './synthesize.ts';

/** Seconds for which another run's lock is waited for: two pull requests may plan at once, and a plan holds the lock for less than a minute. */
const LOCK_WAIT_SECONDS = 180;

/** The argument of Terraform that asks only what was changed outside of it. */
export const REFRESH_ONLY = '-refresh-only';

/** Read and written by the owner alone. */
const PRIVATE = 0o600;

/** What is planned. */
export interface PlanRequest {
  readonly environment: string;
  readonly files: PlanFiles;
  /** What the configuration leaves out of its backend. */
  readonly backendConfig: readonly string[];
  /** Further arguments of `terraform plan`. */
  readonly args: readonly string[];
}

/** A plan that was made. */
export interface MadePlan {
  readonly hasChanges: boolean;
  /** Of the plan file, in lower-case hex. */
  readonly sha256: string;
  readonly summary: string;
}

/**
 * Bundles, synthesizes, initializes and plans, and writes the plan with its JSON and its summary.
 *
 * @throws DeployConfigError when the environment's configuration cannot be used
 * @throws ConfigurationError when terraform is missing or the sources do not build
 * @throws TerraformError when terraform fails
 */
export async function makePlan({ environment, files, backendConfig, args }: PlanRequest): Promise<MadePlan> {
  readDeployConfig({ root: process.cwd(), variables: { ...process.env, DEPLOY_ENV: environment } });
  const folder = stackFolder(environment);
  // Before anything is built: that terraform is missing shall be known at once.
  await runTerraform({ folder: '.', args: ['version'], output: 'captured' });
  await synthesize(environment);
  await initStack(environment, backendConfig);
  mkdirSync(files.folder, { recursive: true });
  const { exitCode } = await runTerraform({
    folder,
    args: ['plan', '-detailed-exitcode', `-lock-timeout=${LOCK_WAIT_SECONDS}s`, `-out=${resolve(files.plan)}`, ...args],
    accepted: [NO_CHANGES, CHANGES],
  });
  chmodSync(files.plan, PRIVATE);
  const { plan, ...made } = await writeSummary(environment, files);
  // Terraform 1.11 ends a -refresh-only plan with 2 also when it says "No changes".
  const hasChanges = args.includes(REFRESH_ONLY) ? tellsDrift(plan) : exitCode === CHANGES;
  return { ...made, hasChanges };
}

/** What `terraform plan -detailed-exitcode` ends with. */
const NO_CHANGES = 0;
const CHANGES = 2;

async function writeSummary(
  environment: string,
  files: PlanFiles,
): Promise<Omit<MadePlan, 'hasChanges'> & { readonly plan: Plan }> {
  const json = await showPlan(environment, files.plan);
  const sha256 = sha256Hex(readFileSync(files.plan));
  const plan = parsePlan(json);
  const summary = summarizePlan({ plan, environment, planFile: { path: relative('.', files.plan), sha256 } });
  writeFileSync(files.json, json);
  writeFileSync(files.summary, summary);
  return { plan, sha256, summary };
}

/**
 * What `terraform show -json` says of a plan file, without sensitive values.
 *
 * @throws TerraformError when the file is no plan, or the stack is not initialized
 */
export async function showPlan(environment: string, planFile: string): Promise<string> {
  const { stdout } = await runTerraform({
    folder: stackFolder(environment),
    args: ['show', '-json', resolve(planFile)],
    output: 'captured',
  });
  return `${JSON.stringify(redactPlan(JSON.parse(stdout)))}\n`;
}
