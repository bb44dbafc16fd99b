import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { TRIALS } from '../support/workflows/how-steps-are-tried.ts';
import { ROOT, readWorkflows, runSteps } from '../support/workflows/read-workflows.ts';

const WORKFLOWS = readWorkflows();
const JOBS = WORKFLOWS.flatMap((workflow) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${workflow.file}/${name}`, workflow, job })),
);
const STEPS = runSteps(WORKFLOWS);

/** An action by the full hash of its commit, with the version for people. */
const PINNED = /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** GitHub puts the value of an expression into a script before the shell reads it: text of a pull request would be run. */
const EXPRESSION = '${{';

test('there is a workflow to check, to plan, to deploy and to look for drift', () => {
  expect(WORKFLOWS.map(({ file }) => file)).toEqual(['checks', 'deploy', 'drift', 'plan']);
});

test('every command is tried out, or the reason why not stands with it', () => {
  expect(STEPS.map(({ key }) => key).sort()).toEqual(Object.keys(TRIALS).sort());
});

test('what is left to the build server is in its script, word for word', () => {
  // Prepare
  const script = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  const left = STEPS.filter(({ key }) => JSON.stringify(TRIALS[key]).includes('.ci/run'));

  // Act, assess
  expect(left.map(({ step }) => step.run).filter((run) => !script.includes(run ?? ''))).toEqual([]);
  expect(left.length).toBeGreaterThan(0);
});

describe.each(WORKFLOWS)('the workflow $file', ({ permissions, text }) => {
  it('gives nothing to a job that does not ask', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(permissions);
  });

  it('names every action by the commit that was looked at', () => {
    // Act
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));

    // Assess
    expect(uses.filter((line) => !PINNED.test(line))).toEqual([]);
    expect(uses.length).toBeGreaterThan(0);
  });

  it('uses no secret: roles are taken on with a token of the run', () => {
    expect(text).not.toContain('secrets.');
  });
});

describe.each(JOBS)('the job $name', ({ workflow, job }) => {
  it('ends by itself', () => {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  it('does not leave its token in the checkout', () => {
    // Act
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    // Assess
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual([false]);
  });

  it('gets a token for AWS where it takes on a role, and nowhere else', () => {
    // Act
    const takesRole = job.steps.some(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'));

    // Assess
    expect((job.permissions ?? workflow.permissions)?.['id-token']).toBe(takesRole ? 'write' : undefined);
  });

  it('takes on no role for the code of a fork', () => {
    // Act
    const isOpenToForks = 'pull_request' in workflow.on && job.permissions?.['id-token'] === 'write';

    // Assess
    expect(!isOpenToForks || job.if?.includes('head.repo.full_name == github.repository')).toBe(true);
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  it('has names for its commands, and no expression in them', () => {
    for (const { name, run = '' } of job.steps.filter((step) => step.run !== undefined)) {
      expect(name).toBeTruthy();
      expect(run).not.toContain(EXPRESSION);
    }
  });

  it('runs scripts that there are', () => {
    // Prepare
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const commands = job.steps.map(({ run = '' }) => run).join('\n');

    // Act
    const npm = [...commands.matchAll(/npm (?:run )?([\w:-]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'ci');
    const files = [...commands.matchAll(/node (scripts\/\S+)/g)].map(([, file = '']) => file);

    // Assess
    expect(npm.filter((name) => !(name in scripts))).toEqual([]);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

describe('the deployment', () => {
  const deploy = WORKFLOWS.find(({ file }) => file === 'deploy');

  it('applies behind the reviewers of the environment, from main alone', () => {
    expect(deploy?.jobs.apply?.environment).toBeTruthy();
    expect(deploy?.jobs.plan?.if).toContain("github.ref == 'refs/heads/main'");
    expect(deploy?.jobs.plan?.environment).toBeUndefined();
  });

  it('holds the plan to the hash that the planning job gave, not to what lies beside it', () => {
    // Act
    const apply = deploy?.jobs.apply?.steps.find(({ name }) => name === 'Apply');

    // Assess
    expect(apply?.env?.SHA256).toBe('${{ needs.plan.outputs.sha256 }}');
    expect(apply?.run).toContain('--sha256 "$SHA256"');
    expect(deploy?.jobs.plan?.outputs?.sha256).toBe('${{ steps.plan.outputs.sha256 }}');
  });
});

describe('the comment on a pull request', () => {
  it('is written by the code of the base, with the permission to write it alone', () => {
    // Prepare
    const comment = WORKFLOWS.find(({ file }) => file === 'plan')?.jobs.comment;

    // Assess
    expect(comment?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(comment?.steps[0]?.with?.ref).toBe('${{ github.event.pull_request.base.sha }}');
    expect(comment?.steps.some(({ run }) => run?.includes('npm'))).toBe(false);
  });
});
