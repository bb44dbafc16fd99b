import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../scripts/operate/doctor/finding.ts';
import { runDoctor } from '../../../scripts/operate/doctor/run-doctor.ts';
import type { AccountFacts } from '../../support/aws-protocol/account/account-facts.ts';
import { QUOTAS, quota } from '../../support/aws-protocol/account/account-facts.ts';
import { serveAccount } from '../../support/aws-protocol/account/account-server.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../support/aws-protocol/account/aws-environment.ts';
import { serveConverse } from '../../support/aws-protocol/bedrock/converse-server.ts';
import type { Mishap } from '../../support/aws-protocol/mishap.ts';
import type { S3Interception } from '../../support/s3/s3-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';
import { Sink } from './operator-sink.ts';

/** An account and what is asked of it. */
interface Given {
  readonly facts?: Partial<AccountFacts>;
  readonly denied?: readonly string[];
  readonly model?: Mishap;
  /** Settings in place of those of deploy/dev.json. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A file in place of deploy/dev.json. */
  readonly file?: object;
  readonly flags?: readonly string[];
  readonly s3?: S3Interception;
  readonly credentials?: Readonly<Record<string, string>>;
}

const STATE_KEY = 'interview-pipeline/dev/terraform.tfstate';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A bucket as docs/state.md makes it: versioned, encrypted, closed. */
const whole: S3Interception = ({ method, key, query }) => {
  const xml = (body: string) => ({ status: 200, headers: { 'content-type': 'application/xml' }, body });
  if (method === 'HEAD' && key === '') return { status: 200, headers: { 'x-amz-bucket-region': 'eu-west-1' } };
  if (query.has('versioning'))
    return xml('<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
  if (query.has('encryption'))
    return xml(
      '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
    );
  if (query.has('publicAccessBlock')) {
    const ways = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
    const all = ways.map((way) => `<${way}>true</${way}>`).join('');
    return xml(`<PublicAccessBlockConfiguration>${all}</PublicAccessBlockConfiguration>`);
  }
  return undefined;
};

/** A checkout of nothing but a configuration. */
function checkoutWith(config: object): string {
  const root = mkdtempSync(join(tmpdir(), 'doctor-'));
  closing.push(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'deploy'));
  writeFileSync(join(root, 'deploy/dev.json'), JSON.stringify(config));
  return root;
}

/** Runs the doctor on an account on loopback, with the state in a bucket there. */
async function doctor({
  facts,
  denied,
  model,
  settings,
  file,
  flags = [],
  s3 = whole,
  credentials = MADE_UP_CREDENTIALS,
}: Given) {
  const [account, bedrock, bucket] = await Promise.all([
    serveAccount(facts, denied),
    serveConverse(() => ({ text: 'OK' })),
    startS3Server(),
  ]);
  if (model !== undefined) bedrock.mishap(model, model);
  bucket.intercept((request) => {
    if (request.method !== 'DELETE') return s3(request);
    bucket.versions.delete(request.key);
    return { status: 204 };
  });
  const variables = {
    ...account.variables,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_ENDPOINT_URL_S3: bucket.settings.endpoint,
    ...credentials,
  };
  closing.push(account.close, bedrock.close, bucket.close, replaceAwsVariables(variables));
  const [out, err] = [new Sink(), new Sink()];
  const backend = JSON.stringify({ type: 's3', bucket: bucket.bucket, region: 'eu-west-1' });
  const exitCode = await runDoctor(
    ['--env', 'dev', ...flags],
    { out, err },
    {
      root: file === undefined ? process.cwd() : checkoutWith(file),
      variables: { DEPLOY_BACKEND: backend, ...settings },
    },
  );
  return { exitCode, out: out.text, err: err.text, account, bedrock, bucket };
}

/** The findings that are not ok, by their check; bundles are another test's. */
async function complaints(given: Given): Promise<{ exitCode: number; found: Record<string, Finding> }> {
  const { exitCode, out } = await doctor({ ...given, flags: ['--json'] });
  const { findings } = JSON.parse(out) as { findings: readonly Finding[] };
  const amiss = findings.filter(({ status, check }) => status !== 'ok' && check !== 'bundles');
  return { exitCode, found: Object.fromEntries(amiss.map((finding) => [finding.check, finding])) };
}

describe('an account in which all is as it should be', () => {
  it('says so, check by check, and leaves no lock behind', async () => {
    // Act
    const { exitCode, out, account, bedrock, bucket } = await doctor({});

    // Assess
    expect(exitCode).toBe(0);
    const lines = out.split('\n');
    for (const check of ['account', 'region', 'model access', 'inference profile', 'state lock', 'deployed stack'])
      expect(lines.find((line) => line.includes(`  ${check} `))).toMatch(/^ok /);
    expect(out).toContain('found in the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
    expect(out).toContain('routes to eu-central-1, eu-north-1, eu-west-1, eu-west-3');
    expect(out).toContain('400000 tokens, 250 requests a minute for Claude Haiku 4.5');
    expect(bedrock.calls).toHaveLength(1);
    expect(bucket.requests).toEqual(expect.arrayContaining([`PUT ${STATE_KEY}.tflock`, `DELETE ${STATE_KEY}.tflock`]));
    expect(bucket.versions.find(`${STATE_KEY}.tflock`)).toBeUndefined();
    expect(account.actions).toContain('bedrock:GetInferenceProfile');
  });

  it('asks nothing of a bucket when the state is kept on the machine', async () => {
    // Act
    const { exitCode, out, bucket } = await doctor({ settings: { DEPLOY_BACKEND: '{"type": "local"}' } });

    // Assess
    expect(exitCode).toBe(0);
    expect(bucket.requests).toEqual([]);
    expect(out).toContain('kept on this machine');
  });
});

describe('credentials', () => {
  it('are the one failure when there are none, with exit code 5', async () => {
    // Act
    const { exitCode, found } = await complaints({ credentials: {} });

    // Assess
    expect(exitCode).toBe(5);
    expect(found.credentials).toMatchObject({ status: 'failed', permission: true });
    expect(found.credentials?.remedy).toContain('aws sso login');
    expect(found['model access']).toMatchObject({ status: 'warning', message: 'not asked: there are no credentials' });
  });

  it('of another account end with 5 and name both', async () => {
    // Act
    const { exitCode, found } = await complaints({ facts: { account: '999988887777' } });

    // Assess
    expect(exitCode).toBe(5);
    expect(found.account?.message).toMatch(/999988887777.*111122223333/s);
    expect(Object.keys(found)).toEqual(['account']);
  });
});

describe('what keeps a run from working', () => {
  it.each<[string, string, Given, RegExp, RegExp]>([
    [
      'a region that the roles do not allow',
      'inference profile',
      {
        facts: {
          profile: {
            status: 'ACTIVE',
            model: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            regions: ['eu-west-1', 'eu-south-1'],
          },
        },
      },
      /also routes to eu-south-1/,
      /destinationRegions in deploy\/dev\.json to \["eu-south-1","eu-west-1"\]/,
    ],
    [
      'a profile of another model',
      'inference profile',
      { facts: { profile: { status: 'ACTIVE', model: 'anthropic.other-1', regions: ['eu-west-1'] } } },
      /leads to anthropic\.other-1/,
      /model\.id in deploy\/dev\.json to "anthropic\.other-1"/,
    ],
    [
      'a model without a profile that takes no call by its own id',
      'inference profile',
      {
        facts: {
          quotas: {
            ...QUOTAS,
            bedrock: [quota('On-demand model inference tokens per minute for Anthropic Claude Haiku 4.5', 400_000)],
          },
        },
        file: {
          accountId: '111122223333',
          region: 'eu-west-1',
          model: { id: 'anthropic.claude-haiku-4-5-20251001-v1:0' },
        },
      },
      /takes no call by its own id/,
      /list-inference-profiles --region eu-west-1/,
    ],
    [
      'tokens for less than one call',
      'quota: model tokens',
      {
        facts: {
          quotas: {
            ...QUOTAS,
            bedrock: [quota('Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5', 5_000)],
          },
        },
      },
      /5000 tokens a minute.*one call may take 34000/,
      /request-service-quota-increase --region eu-west-1 --service-code bedrock/,
    ],
    [
      'a guardrail that replaces names',
      'guardrail',
      {
        facts: { guardrail: { status: 'READY', pii: 'ANONYMIZE', tier: 'CLASSIC', crosses: false } },
        settings: { DEPLOY_MODEL_GUARDRAIL: '{"id": "gr1", "version": "1"}' },
      },
      /replaces personal data \(NAME\)/,
      /BLOCK or NONE/,
    ],
    [
      'a state machine that is being deleted',
      'deployed stack',
      { facts: { state_machine: 'DELETING' } },
      /is DELETING/,
      /cdktf deploy/,
    ],
    [
      'a bucket without versions',
      'state versions',
      {
        s3: (request) =>
          request.query.has('versioning') ? { status: 200, body: '<VersioningConfiguration/>' } : whole(request),
      },
      /Versioning is Off/,
      /put-bucket-versioning --bucket artifacts-under-test/,
    ],
    [
      'a bucket of another region',
      'state bucket',
      {
        s3: (request) =>
          request.method === 'HEAD' ? { status: 301, headers: { 'x-amz-bucket-region': 'us-east-1' } } : whole(request),
      },
      /is in us-east-1, Terraform is told eu-west-1/,
      /backend\.region in deploy\/dev\.json to "us-east-1"/,
    ],
    [
      'a bucket that may be opened to the public',
      'state public access',
      {
        s3: (request) =>
          request.query.has('publicAccessBlock')
            ? { status: 404, body: '<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>' }
            : whole(request),
      },
      /does not set BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets/,
      /put-public-access-block/,
    ],
  ])('%s fails its check alone, with exit code 4', async (_what, check, given, message, remedy) => {
    // Act
    const { exitCode, found } = await complaints(given);

    // Assess
    expect(exitCode).toBe(4);
    expect(Object.keys(found)).toEqual([check]);
    expect(found[check]).toMatchObject({ status: 'failed' });
    expect(found[check]?.message).toMatch(message);
    expect(found[check]?.remedy).toMatch(remedy);
  });

  it('a bucket that is not there says how to make it', async () => {
    // Act
    const { exitCode, found } = await complaints({
      settings: { DEPLOY_BACKEND: '{"type": "s3", "bucket": "nobody-has-it", "region": "eu-west-1"}' },
      s3: ({ bucket }) =>
        bucket === 'nobody-has-it' ? { status: 404, body: '<Error><Code>NoSuchBucket</Code></Error>' } : undefined,
    });

    // Assess
    expect(exitCode).toBe(4);
    expect(found['state bucket']?.remedy).toContain(
      'aws s3api create-bucket --bucket nobody-has-it --region eu-west-1',
    );
  });

  it('a model that the account was not given ends with 5', async () => {
    // Act
    const { exitCode, found } = await complaints({
      model: {
        kind: 'error',
        status: 403,
        type: 'AccessDeniedException',
        message: "You don't have access to the model with the specified model ID.",
      },
    });

    // Assess
    expect(exitCode).toBe(5);
    expect(found['model access']).toMatchObject({ status: 'failed', permission: true });
    expect(found['model access']?.remedy).toContain('Bedrock console');
  });
});

describe('what is unknown or unwise', () => {
  it.each<[string, string, Given, RegExp]>([
    [
      'a new account',
      'quota: functions at once',
      {
        facts: {
          quotas: { ...QUOTAS, lambda: [{ QuotaName: 'Concurrent executions', QuotaCode: 'L-B99A9384', Value: 10 }] },
        },
      },
      /--quota-code L-B99A9384 --desired-value 100/,
    ],
    [
      'a rate above the quota',
      'quota: textract',
      { settings: { DEPLOY_VARIABLES: '{"TEXTRACT_PAGES_PER_SECOND": "20"}' } },
      /TEXTRACT_PAGES_PER_SECOND to "5"/,
    ],
    [
      'a quota under another name',
      'quota: comprehend',
      { facts: { quotas: { ...QUOTAS, comprehend: [quota('Something else', 1)] } } },
      /list-service-quotas --region eu-west-1 --service-code comprehend/,
    ],
    [
      'a lock that somebody holds',
      'state lock',
      {
        s3: (request) =>
          request.method === 'PUT'
            ? { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' }
            : whole(request),
      },
      /terraform force-unlock/,
    ],
    [
      'regions that the profile never uses',
      'inference profile',
      {
        settings: {
          DEPLOY_MODEL_DESTINATION_REGIONS: '["eu-central-1","eu-north-1","eu-west-1","eu-west-3","us-east-1"]',
        },
      },
      /destinationRegions/,
    ],
  ])('%s is a warning, and the exit code stays 0', async (_what, check, given, remedy) => {
    // Act
    const { exitCode, found } = await complaints(given);

    // Assess
    expect(exitCode).toBe(0);
    expect(Object.keys(found)).toEqual([check]);
    expect(found[check]).toMatchObject({ status: 'warning' });
    expect(found[check]?.remedy).toMatch(remedy);
  });

  it.each([
    ['bedrock:GetInferenceProfile', 'inference profile', /inference-profile\/eu\.anthropic/],
    ['states:DescribeStateMachine', 'deployed stack', /stateMachine:interview-pipeline-dev/],
    ['servicequotas:ListServiceQuotas', 'quota: comprehend', /ListServiceQuotas on \*/],
  ])(
    'a permission that a check lacks, %s, is named with its resource and hides nothing else',
    async (action, check, resource) => {
      // Act
      const { exitCode, found } = await complaints({ denied: [action] });

      // Assess
      expect(exitCode).toBe(0);
      expect(found[check]).toMatchObject({ status: 'warning' });
      expect(found[check]?.remedy).toContain(`Allow ${action} on `);
      expect(found[check]?.remedy).toMatch(resource);
      expect(found.account).toBeUndefined();
    },
  );

  it('bundles that were never made are a warning with the command that makes them', async () => {
    // Prepare
    const root = mkdtempSync(join(tmpdir(), 'doctor-'));
    closing.push(() => rmSync(root, { recursive: true, force: true }));
    cpSync('deploy', join(root, 'deploy'), { recursive: true });
    closing.push(replaceAwsVariables({}));
    const out = new Sink();

    // Act
    const exitCode = await runDoctor(['--env', 'dev'], { out, err: out }, { root, variables: {} });

    // Assess
    expect(exitCode).toBe(5);
    expect(out.text).toMatch(/warning {2}bundles .*missing/);
    expect(out.text).toContain('What to do: npm run bundle');
  });
});

describe('a mistake in what was given', () => {
  it.each<[readonly string[], string]>([
    [[], "required option '--env <name>'"],
    [['--env', 'nowhere'], 'allowed: dev'],
    [['--env', 'dev', '--more'], "unknown option '--more'"],
  ])('ends with 2: %j', async (argv, complaint) => {
    // Prepare
    const [out, err] = [new Sink(), new Sink()];

    // Act
    const exitCode = await runDoctor(argv, { out, err }, { root: process.cwd(), variables: {} });

    // Assess
    expect(exitCode).toBe(2);
    expect(err.text).toContain(complaint);
  });
});
