import { describe, expect, it } from '@jest/globals';
import { QUOTAS, quota } from '../../../support/aws-protocol/account/account-facts.ts';
import { MADE_UP_CREDENTIALS } from '../../../support/aws-protocol/account/aws-environment.ts';
import type { Given } from './doctor-on-loopback.ts';
import { complaints, whole } from './doctor-on-loopback.ts';

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
      'a guardrail that works in other regions too',
      'guardrail',
      {
        facts: { guardrail: { status: 'READY', pii: 'NONE', tier: 'STANDARD', crosses: true } },
        settings: { DEPLOY_MODEL_GUARDRAIL: '{"id": "gr1", "version": "1"}' },
      },
      /also works in the regions of eu\.guardrail\.v1:0/,
      /model\.guardrail\.profile in deploy\/dev\.json to \{"id": "eu\.guardrail\.v1:0"/,
    ],
    [
      'a state machine that is being deleted',
      'deployed stack',
      { facts: { state_machine: 'DELETING' } },
      /is DELETING/,
      /cdktf deploy/,
    ],
    [
      'a service that does not answer',
      'deployed stack',
      { credentials: { ...MADE_UP_CREDENTIALS, AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:9' } },
      /states:DescribeStateMachine .*ECONNREFUSED/,
      /Wait a minute/,
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
