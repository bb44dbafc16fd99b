import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { S3Server } from '../../support/s3/s3-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { ScratchCheckout } from '../../support/terraform/scratch-checkout.ts';
import { scratchCheckout } from '../../support/terraform/scratch-checkout.ts';

/** The whole stack, made, looked at, and taken down by the commands of the documentation, against a provider that reaches no account. */

/** Bundling, planning and applying some two hundred resources, on a machine that does something else as well. */
const SLOW_MS = 300_000;

const folder = await temporaryFolder('stack');
let s3: S3Server;
let checkout: ScratchCheckout;

beforeAll(async () => {
  s3 = await startS3Server({ bucket: 'interview-pipeline-dev-111122223333-artifacts' });
  checkout = scratchCheckout(folder, {
    CI: 'true',
    CHECKPOINT_DISABLE: '1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'a made-up secret',
    AWS_EC2_METADATA_DISABLED: 'true',
    // What is not served here fails on loopback.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_S3: s3.settings.endpoint,
  });
}, SLOW_MS);

afterAll(() => s3.close());

interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly instances: readonly { readonly attributes: object }[];
  }[];
}

function state(): State {
  return JSON.parse(readFileSync(join(checkout.root, 'terraform.dev.tfstate'), 'utf8'));
}

/** Plans and applies what was planned, as after a review. */
async function deploy(variables: Readonly<Record<string, string>> = {}): Promise<void> {
  const plan = await checkout.node('scripts/plan.ts', ['--env', 'dev'], variables);
  expect(`${plan.exitCode} ${plan.err}`).toMatch(/^0 /);
  const [, sha256 = ''] = /sha256 of the plan: ([0-9a-f]{64})/.exec(plan.out) ?? [];
  const reviewed = ['--env', 'dev', '--plan', 'build/plans/dev/planned.tfplan', '--sha256', sha256];
  const applied = await checkout.node('scripts/apply.ts', reviewed, { ...variables, INIT_CWD: checkout.root });
  expect(`${applied.exitCode} ${applied.err}`).toMatch(/^0 /);
}

describe('a stack', () => {
  test(
    'is made as it was planned; planned again, nothing is left to change',
    async () => {
      // Act
      await deploy();
      const again = await checkout.node('scripts/plan.ts', ['--env', 'dev', '--detailed-exitcode']);

      // Assess
      expect(state().resources.length).toBeGreaterThan(150);
      expect(`${again.exitCode} ${again.err}`).toMatch(/^0 /);
    },
    SLOW_MS,
  );

  test(
    'follows a rollback that is pinned: the plan moves one alias, to the version that is named, and nothing else',
    async () => {
      // Act
      const pinned = await checkout.node('scripts/plan.ts', ['--env', 'dev', '--out', 'build/pinned'], {
        DEPLOY_PINNED_VERSIONS: '{"GenerateBrief":"12"}',
        INIT_CWD: checkout.root,
      });

      // Assess
      expect(pinned.exitCode).toBe(0);
      const { resource_changes } = JSON.parse(readFileSync(join(checkout.root, 'build/pinned/plan.json'), 'utf8')) as {
        resource_changes: { type: string; change: { actions: string[]; after: { function_version?: string } } }[];
      };
      const changed = resource_changes.filter(({ change }) => change.actions.join() !== 'no-op');
      expect(changed.map(({ type, change }) => [type, change.actions, change.after.function_version])).toEqual([
        ['aws_lambda_alias', ['update'], '12'],
      ]);
    },
    SLOW_MS,
  );

  test(
    'is planned and deployed by cdktf-cli as it is published, under Node 24',
    async () => {
      // Act
      const variables = { DEPLOY_ENV: 'dev' };
      const diff = await checkout.program('cdktf', ['diff', '--skip-provider-lock'], variables);
      const deployed = await checkout.program('cdktf', ['deploy', '--auto-approve', '--skip-provider-lock'], variables);

      // Assess
      expect(`${diff.exitCode} ${diff.err}`).toMatch(/^0 /);
      expect(diff.out).toContain('No changes. Your infrastructure matches the configuration.');
      expect(`${deployed.exitCode} ${deployed.err}`).toMatch(/^0 /);
      expect(deployed.out).toContain('sessions_table = interview-pipeline-dev-sessions');
    },
    SLOW_MS,
  );

  test(
    'with protected data is not torn down: neither before the protection is taken off, nor before that is applied',
    async () => {
      // Prepare
      const protectedData = { DEPLOY_PROTECT_DATA: 'true' };
      await deploy(protectedData);
      const before = state().resources.length;

      // Act
      const configured = await checkout.node('scripts/operate/destroy.ts', ['--env', 'dev'], protectedData);
      const deployed = await checkout.node('scripts/operate/destroy.ts', ['--env', 'dev']);

      // Assess
      expect([configured.exitCode, deployed.exitCode]).toEqual([2, 2]);
      expect(configured.err).toContain('Set "protectData": false');
      expect(deployed.err).toContain(
        'As it is deployed, the table interview-pipeline-dev-sessions refuses to be deleted',
      );
      expect(state().resources).toHaveLength(before);
    },
    SLOW_MS,
  );

  test(
    'is torn down to the last resource and the last version of every object',
    async () => {
      // Prepare
      await deploy();
      for (const body of ['first', 'second']) {
        s3.versions.put({ key: 'briefs/one', body: Buffer.from(body), content_type: 'text/plain', headers: {} });
      }

      // Act
      const { exitCode, out, err } = await checkout.node('scripts/operate/destroy.ts', ['--env', 'dev']);

      // Assess
      expect(`${exitCode} ${err}`).toMatch(/^0 /);
      expect(out).toContain('Nothing of interview-pipeline-dev is left.');
      expect(state().resources).toEqual([]);
      expect(s3.versions.below('')).toEqual([]);
    },
    SLOW_MS,
  );
});
