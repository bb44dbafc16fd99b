import { describe, expect, test } from '@jest/globals';
import { LAMBDA_NAMES } from '../../contracts/functions.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import type { Statement } from '../support/stacks/policies.ts';
import { policiesOf, statementsOf, unnarrowedActions } from '../support/stacks/policies.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('security');

describe.each(['dev', 'prod'] as const)('the stack of %s', (environment) => {
  // Prepare, for all: one synthesis is read by every test.
  const stack = synthesize(exampleConfig(environment), `${folder}/${environment}`);
  const policies = policiesOf(stack);

  test('allows no action by a wildcard', () => {
    // Act
    const allowed = policies.flatMap(({ statements }) => statements).filter(({ Effect }) => Effect === 'Allow');

    // Assess
    expect(allowed.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('allows on every resource only what IAM cannot narrow', () => {
    // Act
    const unnarrowed = unnarrowedActions(policies);

    // Assess
    expect(
      unnarrowed
        .map((action) => action.split(':')[0])
        .filter((service) => !['comprehend', 'textract', 'xray', 'logs'].includes(service ?? '')),
    ).toEqual([]);
  });

  test('gives every function a role of its own that lets Lambda alone take it on', () => {
    // Act
    const roles = resourcesOf(stack, 'aws_lambda_function').map(({ role }) => role);
    const trusts = resourcesOf(stack, 'aws_iam_role').flatMap(({ assume_role_policy }) =>
      statementsOf(assume_role_policy),
    );

    // Assess
    expect(new Set(roles).size).toBe(LAMBDA_NAMES.length);
    expect(trusts.map(({ Action }) => Action)).toEqual(trusts.map(() => ['sts:AssumeRole']));
    expect(new Set(trusts.map(({ Principal }) => JSON.stringify(Principal)))).toEqual(
      new Set(['{"Service":"lambda.amazonaws.com"}', '{"Service":"states.amazonaws.com"}']),
    );
  });

  test('lets the state machine invoke the aliases of its six functions, and nothing else', () => {
    // Act
    const invoked = policies
      .flatMap(({ statements }) => statements)
      .filter(({ Action }) => Action.includes('lambda:InvokeFunction'));

    // Assess
    expect(invoked).toHaveLength(1);
    expect(invoked[0]?.Resource).toHaveLength(6);
    expect(invoked[0]?.Resource.every((arn) => /^\$\{aws_lambda_alias\.\w+\.arn\}$/.test(arn))).toBe(true);
  });

  test('reaches buckets, topics and queues over TLS alone', () => {
    // Act
    const denied = ['aws_s3_bucket_policy', 'aws_sns_topic_policy', 'aws_sqs_queue_policy']
      .flatMap((type) => resourcesOf(stack, type))
      .map(({ policy }) => statementsOf(policy).find(({ Effect }) => Effect === 'Deny'));

    // Assess
    const overTls: Partial<Statement> = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    expect(denied).toEqual(Array.from({ length: 3 }, () => expect.objectContaining(overTls)));
  });

  test('keeps the bucket closed to the public, encrypted, versioned and free of access lists', () => {
    // Assess
    expect(resourcesOf(stack, 'aws_s3_bucket_public_access_block')).toEqual([
      expect.objectContaining({
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      }),
    ]);
    expect(resourcesOf(stack, 'aws_s3_bucket_ownership_controls')).toEqual([
      expect.objectContaining({ rule: { object_ownership: 'BucketOwnerEnforced' } }),
    ]);
    expect(resourcesOf(stack, 'aws_s3_bucket_versioning')).toEqual([
      expect.objectContaining({ versioning_configuration: { status: 'Enabled' } }),
    ]);
    expect(JSON.stringify(resourcesOf(stack, 'aws_s3_bucket_server_side_encryption_configuration'))).toContain(
      '"sse_algorithm":"AES256"',
    );
  });

  test('lets pages of the configured origins send documents to the bucket, and none where no origin is configured', () => {
    // Assess
    const rule = { allowed_origins: ['https://app.example.com'], allowed_methods: ['POST'] };
    expect(resourcesOf(stack, 'aws_s3_bucket_cors_configuration')).toEqual(
      environment === 'prod' ? [expect.objectContaining({ cors_rule: [expect.objectContaining(rule)] })] : [],
    );
  });

  test('keeps sessions encrypted, recoverable, and not longer than they are needed', () => {
    // Assess
    expect(resourcesOf(stack, 'aws_dynamodb_table')).toEqual([
      expect.objectContaining({
        billing_mode: 'PAY_PER_REQUEST',
        server_side_encryption: { enabled: true },
        point_in_time_recovery: expect.objectContaining({ enabled: true }),
        ttl: { attribute_name: 'expires_at', enabled: true },
        deletion_protection_enabled: environment === 'prod',
      }),
    ]);
  });

  test('removes every kind of content in time', () => {
    // Act
    const [lifecycle] = resourcesOf(stack, 'aws_s3_bucket_lifecycle_configuration') as {
      rule: { id: string; expiration: unknown[] }[];
    }[];

    // Assess
    expect(lifecycle?.rule.map(({ id }) => id)).toEqual(['uploads', 'work', 'briefs']);
    expect(lifecycle?.rule.every(({ expiration }) => expiration.length === 1)).toBe(true);
  });

  test('keeps every log for a limited time, and no payload in the log of the state machine', () => {
    // Act
    const [machine] = resourcesOf(stack, 'aws_sfn_state_machine');

    // Assess
    expect(
      resourcesOf(stack, 'aws_cloudwatch_log_group').every(({ retention_in_days }) => Number(retention_in_days) > 0),
    ).toBe(true);
    expect(machine).toMatchObject({
      type: 'STANDARD',
      logging_configuration: { include_execution_data: false, level: 'ERROR' },
      tracing_configuration: { enabled: true },
    });
  });

  test('runs every function on Node 24 for arm64, traced, logging JSON, called through its alias', () => {
    // Assess
    for (const each of resourcesOf(stack, 'aws_lambda_function')) {
      expect(each).toMatchObject({
        runtime: 'nodejs24.x',
        architectures: ['arm64'],
        publish: true,
        tracing_config: { mode: 'Active' },
        logging_config: { log_format: 'JSON' },
      });
    }
    expect(resourcesOf(stack, 'aws_lambda_alias').map(({ name }) => name)).toEqual(LAMBDA_NAMES.map(() => 'live'));
  });

  test('leaves no route open but the one that says that the API answers, and the preflight', () => {
    // Act
    const open = resourcesOf(stack, 'aws_apigatewayv2_route').filter(
      ({ authorization_type }) => authorization_type === 'NONE',
    );

    // Assess
    expect(open.map(({ route_key }) => route_key)).toEqual(
      environment === 'dev' ? ['GET /health'] : ['GET /health', 'OPTIONS /{proxy+}'],
    );
  });

  test('lets the gateway and EventBridge call functions on behalf of this API and rule alone', () => {
    // Act
    const permissions = resourcesOf(stack, 'aws_lambda_permission');

    // Assess
    expect(
      permissions.every(({ source_arn, qualifier }) => String(source_arn).length > 0 && qualifier !== undefined),
    ).toBe(true);
  });

  test('tags everything and works in the configured accounts alone', () => {
    // Act
    const { provider } = JSON.parse(stack.text);

    // Assess
    expect(provider.aws).toEqual([
      expect.objectContaining({
        allowed_account_ids: ['111122223333'],
        default_tags: [{ tags: expect.objectContaining({ project: 'interview-pipeline', environment }) }],
      }),
    ]);
  });

  test('tells the topic of every alarm, with the runbook and a command in its description', () => {
    // Act
    const alarms = resourcesOf(stack, 'aws_cloudwatch_metric_alarm');

    // Assess
    expect(alarms.length).toBeGreaterThan(2 * LAMBDA_NAMES.length);
    for (const { alarm_actions, alarm_description } of alarms) {
      expect(alarm_actions).toHaveLength(1);
      expect(alarm_description).toMatch(/Runbook: \S+#\S+\. Inspect: aws (stepfunctions list-executions|logs tail) /);
      expect(String(alarm_description).length).toBeLessThanOrEqual(1_024);
    }
  });
});
