import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { GITHUB_TOKEN, githubServer } from '../support/github/github-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { TRIALS } from '../support/workflows/how-steps-are-tried.ts';
import type { RunStep } from '../support/workflows/read-workflows.ts';
import { ROOT, readWorkflows, runSteps } from '../support/workflows/read-workflows.ts';
import type { StepResult } from '../support/workflows/run-step.ts';
import { runStep } from '../support/workflows/run-step.ts';

/** Installing everything anew takes a minute, six plans another; many times that where the machine does something else as well. */
const SLOW_MS = 900_000;

const STEPS = new Map(runSteps(readWorkflows()).map((each) => [each.key, each]));
const EXPRESSIONS = {
  'vars.DEPLOY_ENVIRONMENT': 'dev',
  'inputs.environment || vars.DEPLOY_ENVIRONMENT': 'dev',
  'github.event.pull_request.number': '7',
  'github.token': GITHUB_TOKEN,
};

/** A provider can be attached to Terraform by its protocol; without one a plan needs an account. */
const HAS_PROVIDER =
  process.env.TF_REATTACH_PROVIDERS !== undefined && spawnSync('terraform', ['version']).status === 0;

const clone = await temporaryFolder('workflows');
const applying = join(await temporaryFolder('workflows-apply'), 'clone');

const ran = new Set<string>();

/** Runs a step that has to go through. */
async function run(
  key: string,
  folder = clone,
  expressions: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const result = await tryOut(key, folder, expressions, variables);
  if (result.exitCode !== 0) throw new Error(`${key} ended with ${result.exitCode}:\n${result.log}`);
  return result;
}

function tryOut(
  key: string,
  folder: string,
  expressions: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const step = STEPS.get(key);
  if (step === undefined) throw new Error(`There is no step ${key}.`);
  ran.add(key);
  return runStep(step, { folder, expressions: { ...EXPRESSIONS, ...expressions }, variables });
}

/** What an artifact of a workflow carries: without hidden files. */
function carry(path: string): void {
  const isVisible = (source: string) => !basename(source).startsWith('.');
  cpSync(join(clone, path), join(applying, path), { recursive: true, filter: isVisible });
}

beforeAll(() => {
  for (const folder of [clone, applying])
    spawnSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, folder], { stdio: 'inherit' });
}, SLOW_MS);

describe('in a fresh clone', () => {
  it(
    'installs, by the same command in every job',
    async () => {
      // Prepare
      const installs = [...STEPS.values()].filter(({ step }) => step.name === 'Install');

      // Act
      const { log } = await run('checks/checks/Install');
      for (const { key } of installs) ran.add(key);

      // Assess
      expect(log).toMatch(/added \d+ packages/);
      expect(new Set(installs.map(({ step }) => step.run)).size).toBe(1);
      expect(existsSync(join(clone, 'node_modules/.bin/node'))).toBe(true);
      spawnSync('cp', ['-Rl', join(clone, 'node_modules'), join(applying, 'node_modules')]);
    },
    SLOW_MS,
  );

  it(
    'synthesizes',
    async () => {
      // Act
      await run('checks/checks/Synthesize');

      // Assess
      expect(existsSync(join(clone, 'cdktf.out/stacks/interview-pipeline-dev/cdk.tf.json'))).toBe(true);
    },
    SLOW_MS,
  );

  it(
    'comments on the pull request, without a package installed',
    async () => {
      // Prepare
      const server = await githubServer();
      mkdirSync(join(clone, 'build/plans/pull-request'), { recursive: true });
      writeFileSync(join(clone, 'build/plans/pull-request/summary.md'), '## Plan\n');

      // Act
      await run(
        'plan/comment/Comment',
        clone,
        {},
        {
          GITHUB_API_URL: server.url,
          GITHUB_REPOSITORY: 'owner/name',
          PATH: `${join(clone, 'node_modules/.bin')}:${process.env.PATH}`,
        },
      );
      server.close();

      // Assess
      expect(server.comments).toHaveLength(1);
    },
    SLOW_MS,
  );
});

/** The steps that call Terraform, in the order of a day: a deployment from main, a look for drift, a pull request. */
async function runTerraformSteps(): Promise<void> {
  const planned = await run('deploy/plan/Plan');
  const sha256 = planned.outputs.sha256 ?? '';
  expect(planned.outputs.changes).toBe('true');
  expect(planned.summary).toContain(`--sha256 ${sha256}`);

  carry('build/plans/reviewed');
  carry('cdktf.out/stacks');
  const refused = await tryOut('deploy/apply/Apply', applying, { 'needs.plan.outputs.sha256': 'f'.repeat(64) });
  expect(refused.log).toContain('is not the plan that was reviewed');
  expect(refused.exitCode).toBe(2);

  await refusesAnotherZip(sha256);

  await run('deploy/apply/Apply', applying, { 'needs.plan.outputs.sha256': sha256 });
  const told = await run('deploy/apply/Tell the address of the API', applying);
  expect(told.outputs.api_url).toBeTruthy();

  const drift = await run('drift/drift/Look for drift', applying);
  expect(drift.summary).toBe('## Plan for `dev`: no changes\n');

  await run('plan/plan/Plan', applying);
  expect(readFileSync(join(applying, 'build/plans/pull-request/summary.md'), 'utf8')).toBe(
    '## Plan for `dev`: no changes\n',
  );
}

/** A zip that is swapped after the review: the plan file is still the reviewed one. */
async function refusesAnotherZip(sha256: string): Promise<void> {
  const assets = join(applying, 'cdktf.out/stacks/interview-pipeline-dev/assets');
  const [zip = ''] = spawnSync('find', [assets, '-name', 'ScrapeCompany.zip'], { encoding: 'utf8' }).stdout.split('\n');
  const reviewed = readFileSync(zip);
  writeFileSync(zip, 'code that nobody reviewed');
  const refused = await tryOut('deploy/apply/Apply', applying, { 'needs.plan.outputs.sha256': sha256 });
  writeFileSync(zip, reviewed);
  expect(refused.log).toContain('ScrapeCompany.zip is another one');
  expect(refused.exitCode).toBe(2);
}

if (HAS_PROVIDER)
  test('plans, applies what was planned and nothing else, and finds no drift', runTerraformSteps, SLOW_MS);

test('every step ran, but for those of which the reason is known', () => {
  // Act
  const untried = [...STEPS.values()].filter(({ key }) => !ran.has(key)).map(reasonOf);

  // Assess
  for (const each of untried) console.log(`not run: ${each.key}: ${each.reason}`);
  expect(untried.filter(({ reason }) => reason === undefined)).toEqual([]);
});

function reasonOf({ key }: RunStep): { key: string; reason: string | undefined } {
  const trial = TRIALS[key];
  if (typeof trial === 'object') return { key, reason: trial.untried };
  const needsProvider = trial === 'terraform' && !HAS_PROVIDER;
  return {
    key,
    reason: needsProvider ? 'Terraform, or a provider attached by TF_REATTACH_PROVIDERS, is not here.' : undefined,
  };
}
