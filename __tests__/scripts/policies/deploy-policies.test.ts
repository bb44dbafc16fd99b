import { describe, expect, test } from '@jest/globals';
import { deployStatements } from '../../../scripts/policies/deploy-policies.ts';
import { RESOURCE_ACTIONS } from '../../../scripts/policies/resource-actions.ts';
import { MAX_POLICY_CHARACTERS, splitPolicy } from '../../../scripts/policies/split-policy.ts';
import type { DeployRole } from '../../../scripts/policies/state-statements.ts';
import { UNNARROWED_CHANGES, UNNARROWED_READS } from '../../../scripts/policies/unnarrowed-actions.ts';
import type { PolicyStatement } from '../../../stacks/policies/policy-document.ts';
import { exampleConfig } from '../../support/stacks/example-config.ts';
import { synthesize } from '../../support/stacks/synthesize.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('policies');

// Prepare, for all: the stacks as they are deployed.
const configs = { dev: exampleConfig('dev'), prod: exampleConfig('prod') };
const stacks = {
  dev: synthesize(configs.dev, `${folder}/dev`),
  prod: synthesize(configs.prod, `${folder}/prod`),
};

function policy(environment: 'dev' | 'prod', role: DeployRole): PolicyStatement[] {
  return deployStatements({ resource: stacks[environment].resources }, configs[environment], role);
}

function actionsOf(statements: readonly PolicyStatement[]): string[] {
  return [...new Set(statements.flatMap(({ Action }) => Action))].sort();
}

function resourcesOf({ Resource = [] }: PolicyStatement): readonly string[] {
  return typeof Resource === 'string' ? [Resource] : Resource;
}

function allowing(statements: readonly PolicyStatement[], action: string): PolicyStatement[] {
  return statements.filter(({ Action }) => (typeof Action === 'string' ? [Action] : Action).includes(action));
}

describe('the permissions of deployment', () => {
  test('are refused for a type of resources that the table does not know', () => {
    // Act
    const make = () => deployStatements({ resource: { aws_vpc: {}, aws_s3_bucket: {} } }, configs.dev, 'plan');

    // Assess
    expect(make).toThrow('No deployment permissions are known for aws_vpc: add a row each');
  });

  test('have a row for every type that either stack has, and none for another', () => {
    // Act
    const types = new Set(Object.values(stacks).flatMap(({ resources }) => Object.keys(resources)));

    // Assess
    expect([...types].filter((type) => !(type in RESOURCE_ACTIONS))).toEqual([]);
    expect(
      [RESOURCE_ACTIONS, UNNARROWED_READS, UNNARROWED_CHANGES]
        .flatMap((table) => Object.keys(table))
        .filter((type) => !types.has(type)),
    ).toEqual([]);
  });

  test.each(['dev', 'prod'] as const)('of %s let planning change nothing but the lock', (environment) => {
    // Act
    const changing = actionsOf(policy(environment, 'plan')).filter(
      (action) => !/:(Get|List|Describe|GET)/.test(action),
    );

    // Assess
    expect(changing).toEqual(
      environment === 'dev'
        ? ['states:ValidateStateMachineDefinition']
        : ['s3:DeleteObject', 's3:PutObject', 'states:ValidateStateMachineDefinition'],
    );
    expect(allowing(policy(environment, 'plan'), 's3:PutObject').flatMap(resourcesOf)).toEqual(
      environment === 'dev'
        ? []
        : ['arn:aws:s3:::example-terraform-state/interview-pipeline/prod/terraform.tfstate.tflock'],
    );
  });

  test('of applying hold those of planning', () => {
    // Act
    const planning = actionsOf(policy('prod', 'plan'));

    // Assess
    expect(actionsOf(policy('prod', 'apply'))).toEqual(expect.arrayContaining(planning));
  });

  test.each(['plan', 'apply'] as const)(
    'of %s use no wildcard in an action, and everything only where the reason is written down',
    (role) => {
      // Act
      const statements = policy('prod', role);
      const everywhere = actionsOf(statements.filter((statement) => resourcesOf(statement).includes('*')));

      // Assess
      expect(actionsOf(statements).filter((action) => action.includes('*'))).toEqual([]);
      const stated = [UNNARROWED_READS, ...(role === 'apply' ? [UNNARROWED_CHANGES] : [])]
        .flatMap((table) => Object.values(table))
        .flatMap(({ actions }) => actions);
      expect(everywhere).toEqual([...stated].sort());
    },
  );

  test('are narrowed to the names of the environment, but for APIs, whose ARNs carry no name', () => {
    // Act
    const foreign = policy('prod', 'apply')
      .flatMap(resourcesOf)
      .filter((arn) => arn !== '*' && !/interview-pipeline[-/]prod/.test(arn));

    // Assess
    expect([...new Set(foreign)].sort()).toEqual([
      'arn:aws:apigateway:eu-west-1::/apis',
      'arn:aws:apigateway:eu-west-1::/apis/*',
      'arn:aws:apigateway:eu-west-1::/tags/*',
      'arn:aws:s3:::example-terraform-state',
    ]);
  });

  test('reach the names that the stack gives: each role, function, queue and so on is within what may be changed', () => {
    // Act
    const names = ['aws_iam_role', 'aws_sqs_queue', 'aws_sns_topic', 'aws_cloudwatch_log_group', 'aws_ssm_parameter']
      .flatMap((type) => Object.values(stacks.prod.resources[type] ?? {}))
      .map(({ name }) => String(name));
    const patterns = policy('prod', 'apply')
      .flatMap(resourcesOf)
      .map((arn) => new RegExp(`^${arn.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`));
    const arns = names.map((name) => [
      `arn:aws:iam::111122223333:role/applications/${name}`,
      `arn:aws:sqs:eu-west-1:111122223333:${name}`,
      `arn:aws:sns:eu-west-1:111122223333:${name}`,
      `arn:aws:logs:eu-west-1:111122223333:log-group:${name}`,
      `arn:aws:ssm:eu-west-1:111122223333:parameter${name}`,
    ]);

    // Assess
    expect(names.length).toBeGreaterThan(30);
    expect(arns.filter((each) => !each.some((arn) => patterns.some((pattern) => pattern.test(arn))))).toEqual([]);
  });

  test('let roles be made under the boundary only, and be handed to Lambda and Step Functions only', () => {
    // Act
    const statements = policy('prod', 'apply');

    // Assess
    expect(allowing(statements, 'iam:CreateRole')).toEqual([
      expect.objectContaining({
        Resource: ['arn:aws:iam::111122223333:role/applications/interview-pipeline-prod-*'],
        Condition: {
          StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/application-boundary' },
        },
      }),
    ]);
    expect(allowing(statements, 'iam:PassRole')).toEqual([
      expect.objectContaining({
        Condition: { StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com', 'states.amazonaws.com'] } },
      }),
    ]);
    expect(actionsOf(statements)).not.toContain('iam:DeleteRolePermissionsBoundary');
    expect(allowing(policy('dev', 'apply'), 'iam:CreateRole')[0]).not.toHaveProperty('Condition');
  });

  test('let content be deleted only where the bucket may be emptied', () => {
    expect(allowing(policy('dev', 'apply'), 's3:DeleteObjectVersion')).toEqual([
      expect.objectContaining({ Resource: ['arn:aws:s3:::interview-pipeline-dev-111122223333-artifacts/*'] }),
    ]);
    expect(allowing(policy('prod', 'apply'), 's3:DeleteObjectVersion')).toEqual([]);
  });

  test('hold what a state in S3 needs, and its key where one is named by ARN', () => {
    // Prepare
    const kmsKeyId = 'arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000000';
    const backend = { type: 's3', bucket: 'states', region: 'eu-west-1', kmsKeyId };
    const config = exampleConfig('prod', { DEPLOY_BACKEND: JSON.stringify(backend) });

    // Act
    const planning = deployStatements({ resource: {} }, config, 'plan');
    const applying = deployStatements({ resource: {} }, config, 'apply');

    // Assess
    const state = 'arn:aws:s3:::states/interview-pipeline/prod/terraform.tfstate';
    expect(allowing(applying, 's3:PutObject').flatMap(resourcesOf)).toEqual([state, `${state}.tflock`]);
    expect(planning.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['s3:ListBucket', 'arn:aws:s3:::states'],
      [['s3:GetObject'], state],
      [['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], `${state}.tflock`],
      [['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'], kmsKeyId],
    ]);
  });

  test.each(['plan', 'apply'] as const)('of %s fit into managed policies', (role) => {
    // Act
    const documents = splitPolicy(policy('prod', role));

    // Assess
    expect(documents.every((document) => document.length <= MAX_POLICY_CHARACTERS)).toBe(true);
    expect(documents.flatMap((document) => JSON.parse(document).Statement)).toEqual(
      JSON.parse(JSON.stringify(policy('prod', role))),
    );
    expect(() => splitPolicy(policy('prod', role), 100)).toThrow(/A statement alone is longer than 100/);
  });
});
