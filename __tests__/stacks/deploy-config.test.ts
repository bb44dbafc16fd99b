import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDeployConfig } from '../../stacks/deploy-config.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = await temporaryFolder('config');
mkdirSync(join(root, 'deploy'));

/** Reads an environment whose file holds the given object. */
function read(environment: string, file: object, variables: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(root, 'deploy', `${environment}.json`), JSON.stringify(file));
  return readDeployConfig({ root, variables: { DEPLOY_ENV: environment, ...variables } });
}

const ENOUGH = {
  accountId: '111122223333',
  region: 'eu-west-1',
  model: { id: 'anthropic.claude-haiku-4-5-20251001-v1:0' },
};

describe('the configuration of an environment', () => {
  test('needs little and fills in the rest', () => {
    // Act
    const config = read('dev', ENOUGH);

    // Assess
    expect(config).toMatchObject({
      environment: 'dev',
      allowedAccountIds: ['111122223333'],
      authorizer: { type: 'iam' },
      backend: { type: 'local' },
      protectData: false,
    });
  });

  test('protects data and names its accounts outside dev', () => {
    // Act and assess
    expect(exampleConfig('prod')).toMatchObject({ protectData: true, allowedAccountIds: ['111122223333'] });
    expect(() => read('stage', ENOUGH)).toThrow(/allowedAccountIds: must be given outside dev/);
  });

  test('takes variables before the file, as text, numbers, lists and objects', () => {
    // Act
    const config = read('dev', ENOUGH, {
      DEPLOY_ACCOUNT_ID: '444455556666',
      DEPLOY_LIMITS_START_BURST: '25',
      DEPLOY_CORS_ORIGINS: '["https://app.example"]',
      DEPLOY_AUTHORIZER: '{"type":"none"}',
    });

    // Assess
    expect(config).toMatchObject({
      accountId: '444455556666',
      limits: { startBurst: 25 },
      corsOrigins: ['https://app.example'],
      authorizer: { type: 'none' },
    });
  });

  test('takes a setting of the file away that may be absent', () => {
    // Prepare
    const model = { ...ENOUGH.model, inferenceProfileId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' };

    // Act
    const config = read('dev', { ...ENOUGH, model }, { DEPLOY_MODEL_INFERENCE_PROFILE_ID: 'null' });

    // Assess
    expect(config.model.inferenceProfileId).toBeNull();
  });

  test('names every fault at once, each with its key and what is allowed', () => {
    // Act
    const reading = () =>
      read(
        'prod',
        { accountId: '1', region: 'Ireland', alarms: { email: 'nobody' }, unknown: 1, retention: { logDays: 8 } },
        { DEPLOY_LIMTS_START_BURST: '1' },
      );

    // Assess
    const faults = messageOf(reading)
      .split('\n- ')
      .slice(1)
      .map((line) => line.split(':')[0]);
    expect(faults.sort()).toEqual(
      [
        'DEPLOY_LIMTS_START_BURST',
        'accountId',
        'alarms.email',
        'allowedAccountIds',
        'model',
        'region',
        'retention.logDays',
        'unknown',
      ].sort(),
    );
    expect(reading).toThrow(/retention\.logDays: is 8; allowed: one of 1, 3, 5, 7/);
    expect(reading).toThrow(/model: is missing; allowed: an object with id, /);
    expect(reading).toThrow(/region: is "Ireland"; allowed: a region/);
  });

  test('must be chosen', () => {
    expect(() => readDeployConfig({ root, variables: {} })).toThrow(/DEPLOY_ENV is not set; allowed: .*\bdev\b/);
    expect(() => readDeployConfig({ root, variables: { DEPLOY_ENV: '../etc' } })).toThrow(
      /There is no environment "\.\.\/etc" \(DEPLOY_ENV, or --env\); allowed/,
    );
  });

  test('is refused with the parser’s words when its file is not JSON', () => {
    // Prepare
    writeFileSync(join(root, 'deploy', 'broken.json'), '{');

    // Act and assess
    expect(() => readDeployConfig({ root, variables: { DEPLOY_ENV: 'broken' } })).toThrow(
      /broken\.json cannot be read as JSON/,
    );
  });

  test('names what settings say about one another beside what is wrong by itself', () => {
    // Act
    const reading = () =>
      read('dev', {
        ...ENOUGH,
        region: 'Ireland',
        model: { ...ENOUGH.model, inferenceProfileId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' },
        limits: { dailyBudgetUsd: 1 },
      });

    // Assess
    expect(messageOf(reading).split('\n- ').slice(1)).toEqual([
      expect.stringMatching(/^region: /),
      expect.stringMatching(/^model\.destinationRegions: .* get-inference-profile --inference-profile-identifier eu\./),
      expect.stringMatching(/^limits\.dailyBudgetUsd: has no room/),
    ]);
  });

  test.each([
    ['a path in an origin', { corsOrigins: ['https://app.example/'] }, /corsOrigins\.0: .*without a path/],
    ['an origin that is no web address', { corsOrigins: ['app.example'] }, /corsOrigins\.0: /],
    ['a tag of AWS’s own', { tags: { 'aws:owner': 'x' } }, /tags\.aws:owner: /],
    ['a tag that Terraform would take for an expression', { tags: { owner: '${var.x}' } }, /tags\.owner: /],
    [
      'tags that differ in case alone',
      { tags: { Owner: 'a', owner: 'b' } },
      /tags: has names that differ in case alone/,
    ],
    ['names that Systems Manager refuses', { namePrefix: 'aws-briefs' }, /namePrefix: .*not with aws or ssm/],
    [
      'an ARN for a model',
      { model: { id: 'arn:aws:bedrock:eu-west-1::foundation-model/x' } },
      /model\.id: .*a model id/,
    ],
    ['regions without a profile', { model: { ...ENOUGH.model, destinationRegions: ['eu-west-1'] } }, /lead nowhere/],
    [
      'a profile by half an ARN',
      {
        model: {
          ...ENOUGH.model,
          inferenceProfileId: 'application-inference-profile/abc',
          destinationRegions: ['eu-west-1'],
        },
      },
      /model\.inferenceProfileId: .*the ARN of an application inference profile/,
    ],
  ])('is refused with %s', (_, more, fault) => {
    expect(() => read('dev', { ...ENOUGH, ...more })).toThrow(fault);
  });

  describe('of cost', () => {
    const withCost = (more: object) => read('dev', { ...ENOUGH, ...more });
    const unpriced = { id: 'acme.quill-9', inferenceProfileId: null, destinationRegions: [] };

    test('has limits when it says nothing of them', () => {
      expect(read('dev', ENOUGH).limits).toMatchObject({
        maxRunCostUsd: 5,
        dailyBudgetUsd: 100,
        maxConcurrentRuns: 20,
      });
    });

    test.each([
      [
        'a model without a price',
        { model: unpriced },
        /maxRunCostUsd: .*no.* a price for acme\.quill-9.*inputTokensPerMillionUsd/,
      ],
      [
        'a price in one direction',
        { prices: { inputTokensPerMillionUsd: 3 } },
        /prices: tokens have a price in one direction/,
      ],
      [
        'a day without room for a run',
        { limits: { maxRunCostUsd: 5, dailyBudgetUsd: 4 } },
        /dailyBudgetUsd: has no room/,
      ],
      [
        'a day around runs of any cost',
        { limits: { maxRunCostUsd: null } },
        /dailyBudgetUsd: .*with limits\.maxRunCostUsd/,
      ],
      ['a limit that is none', { limits: { maxConcurrentRuns: 0 } }, /limits\.maxConcurrentRuns: .*from 1 to 500/],
    ])('is refused with %s', (_, more, fault) => {
      expect(() => withCost(more)).toThrow(fault);
    });

    test('takes a model without a price once it is given one, or nothing is to be kept', () => {
      const prices = { inputTokensPerMillionUsd: 0.2, outputTokensPerMillionUsd: 0.8 };
      expect(withCost({ model: unpriced, prices }).prices).toMatchObject(prices);
      expect(withCost({ model: unpriced, limits: { maxRunCostUsd: null, dailyBudgetUsd: null } }).limits).toMatchObject(
        {
          maxRunCostUsd: null,
        },
      );
    });
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('Nothing was thrown.');
}
