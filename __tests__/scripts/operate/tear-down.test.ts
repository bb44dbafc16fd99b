import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TeardownSteps } from '../../../scripts/operate/destroy/tear-down.ts';
import { tearDown } from '../../../scripts/operate/destroy/tear-down.ts';
import { createOperatorServices } from '../../../services/operator-services.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../support/aws-protocol/account/aws-environment.ts';
import type { S3Server } from '../../support/s3/s3-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';
import { exampleConfig } from '../../support/stacks/example-config.ts';
import { Sink } from './operator-sink.ts';

const BUCKET = 'interview-pipeline-dev-111122223333-artifacts';

let s3: S3Server;
let restore: () => void;

beforeEach(async () => {
  // Two entries a page: more than one page has to be gone through.
  s3 = await startS3Server({ bucket: BUCKET, page_size: 2 });
  restore = replaceAwsVariables({ ...MADE_UP_CREDENTIALS, AWS_ENDPOINT_URL_S3: s3.settings.endpoint });
});

afterEach(async () => {
  restore();
  await s3.close();
});

/** What `terraform show -json` says of a stack with a table and a bucket. */
function state(values: { readonly deletion_protection_enabled: boolean; readonly force_destroy: boolean }): string {
  const resources = [
    { type: 'aws_dynamodb_table', values: { name: 'interview-pipeline-dev-sessions', ...values } },
    { type: 'aws_s3_bucket', values: { bucket: BUCKET, ...values } },
  ];
  return JSON.stringify({ format_version: '1.0', values: { root_module: { resources } } });
}

const OPEN = state({ deletion_protection_enabled: false, force_destroy: true });
const EMPTY = '{"format_version":"1.0"}';

/** The steps with a real bucket on loopback; Terraform's part stands in, and what was done is written down. */
function stepsOn(...states: readonly string[]): { readonly steps: TeardownSteps; readonly done: string[] } {
  const done: string[] = [];
  const left = [...states];
  const steps: TeardownSteps = {
    prepare: async () => {
      done.push('prepare');
    },
    showState: async () => left.shift() ?? EMPTY,
    emptyBucket: async (bucket) => {
      done.push('empty');
      return createOperatorServices({ region: 'eu-west-1' }).emptyBucket(bucket);
    },
    destroy: async () => {
      done.push('destroy');
    },
  };
  return { steps, done };
}

function put(key: string, body: string): void {
  s3.versions.put({ key, body: Buffer.from(body), content_type: 'text/plain', headers: {} });
}

async function run(config: ReturnType<typeof exampleConfig>, confirm: string | undefined, steps: TeardownSteps) {
  const [out, err] = [new Sink(), new Sink()];
  await tearDown({ config, confirm }, steps, { out, err });
  return out.text;
}

describe('tearing a stack down', () => {
  test('deletes every version and every delete marker, then everything else', async () => {
    // Prepare
    for (const key of ['uploads/one', 'work/two', 'briefs/three']) {
      put(key, 'first');
      put(key, 'second');
    }
    s3.versions.delete('briefs/three');
    const { steps, done } = stepsOn(OPEN);

    // Act
    const out = await run(exampleConfig('dev'), undefined, steps);

    // Assess
    expect(s3.versions.below('')).toEqual([]);
    expect(done).toEqual(['prepare', 'empty', 'destroy']);
    expect(out).toMatch(new RegExp(`Emptied ${BUCKET}: \\d objects with all their versions\\.`));
    expect(out).toContain('Nothing of interview-pipeline-dev is left.');
  });

  test('goes on when the bucket is gone already', async () => {
    // Prepare
    const { steps } = stepsOn(OPEN);
    const config = exampleConfig('dev', { DEPLOY_NAME_PREFIX: 'other' });

    // Act
    const out = await run(config, undefined, steps);

    // Assess
    expect(out).toContain('Emptied other-dev-111122223333-artifacts: 0 objects');
  });

  test('has nothing to do where nothing is deployed', async () => {
    // Prepare
    put('uploads/one', 'first');
    const { steps, done } = stepsOn(EMPTY);

    // Act
    const out = await run(exampleConfig('dev'), undefined, steps);

    // Assess
    expect(out).toContain('Nothing of interview-pipeline-dev is deployed.');
    expect(done).toEqual(['prepare']);
    expect(s3.versions.below('')).toHaveLength(1);
  });

  test('touches nothing of production before protection is taken off, and names the step', async () => {
    // Prepare
    const { steps, done } = stepsOn(OPEN);

    // Act
    const torn = run(exampleConfig('prod'), 'interview-pipeline-prod', steps);

    // Assess
    await expect(torn).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringContaining('protectData'),
      remedy: expect.stringContaining(
        'Set "protectData": false in deploy/prod.json, have that change planned, reviewed',
      ),
    });
    expect(done).toEqual([]);
  });

  test.each([
    [undefined, /Everything in interview-pipeline-prod would be deleted for good/],
    ['interview-pipeline-dev', /--confirm interview-pipeline-dev is not the name/],
  ])('needs the name of production, unprotected or not: %j', async (confirm, message) => {
    // Prepare
    const { steps, done } = stepsOn(OPEN);

    // Act
    const torn = run(exampleConfig('prod', { DEPLOY_PROTECT_DATA: 'false' }), confirm, steps);

    // Assess
    await expect(torn).rejects.toMatchObject({
      message: expect.stringMatching(message),
      remedy: 'If that is meant, add --confirm interview-pipeline-prod.',
    });
    expect(done).toEqual([]);
  });

  test.each([
    [{ deletion_protection_enabled: true, force_destroy: true }, /the table .* refuses to be deleted/],
    [{ deletion_protection_enabled: false, force_destroy: false }, /the bucket .* is not emptied with the stack/],
  ])('touches nothing while what is deployed is still protected: %j', async (protection, message) => {
    // Prepare
    put('uploads/one', 'first');
    const { steps, done } = stepsOn(state(protection));

    // Act
    const torn = run(exampleConfig('dev'), undefined, steps);

    // Assess
    await expect(torn).rejects.toMatchObject({
      message: expect.stringMatching(message),
      remedy: expect.stringContaining('run "npm run plan -- --env dev"'),
    });
    expect(done).toEqual(['prepare']);
    expect(s3.versions.below('')).toHaveLength(1);
  });

  test('does not say that nothing is left when something is', async () => {
    // Prepare
    const { steps } = stepsOn(OPEN, OPEN);

    // Act and assess
    await expect(run(exampleConfig('dev'), undefined, steps)).rejects.toThrow('its state still knows 2 resources');
  });
});
