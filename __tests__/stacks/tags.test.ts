import { describe, expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { synthesize } from '../support/stacks/synthesize.ts';
import { takesDefaultTags } from '../support/stacks/taggable.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('tags');

/**
 * Types without tags in AWS or in the provider. They are parts of something that has them: a policy, a setting or a part of a bucket, queue, topic, role, function or API. The
 * dashboard alone is a thing of its own.
 */
const UNTAGGED_TYPES = [
  'aws_apigatewayv2_authorizer',
  'aws_apigatewayv2_integration',
  'aws_apigatewayv2_route',
  'aws_cloudwatch_dashboard',
  'aws_cloudwatch_event_target',
  'aws_cloudwatch_log_metric_filter',
  'aws_iam_role_policy',
  'aws_lambda_alias',
  'aws_lambda_function_event_invoke_config',
  'aws_lambda_permission',
  'aws_s3_bucket_cors_configuration',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_sns_topic_policy',
  'aws_sns_topic_subscription',
  'aws_sqs_queue_policy',
];

describe('tags', () => {
  // Prepare, for all: production has every kind of resource.
  const stack = synthesize(exampleConfig('prod'), folder);
  const types = Object.keys(stack.resources);

  test('are put by the provider on every resource that can have them', () => {
    // Act
    const untagged = types.filter((type) => !takesDefaultTags(type));

    // Assess
    expect(untagged.sort()).toEqual(UNTAGGED_TYPES);
    expect(types.filter(takesDefaultTags)).toEqual(
      expect.arrayContaining(['aws_lambda_function', 'aws_s3_bucket', 'aws_sqs_queue', 'aws_ssm_parameter']),
    );
  });

  test('are those of the configuration, and no resource replaces or suppresses them', () => {
    // Act
    const { provider } = JSON.parse(stack.text);
    const own = Object.values(stack.resources)
      .flatMap((resources) => Object.values(resources))
      .filter((resource) => 'tags' in resource || 'tags_all' in resource || 'provider' in resource);

    // Assess
    expect(provider.aws).toHaveLength(1);
    expect(provider.aws[0].default_tags).toEqual([
      {
        tags: {
          project: 'interview-pipeline',
          environment: 'prod',
          owner: 'talent-platform',
          'cost-center': '1234',
        },
      },
    ]);
    expect(own).toEqual([]);
  });

  test('give way to configured ones of the same name in whatever case: IAM refuses both', () => {
    // Act
    const config = exampleConfig('dev', { DEPLOY_TAGS: '{"Environment":"sandbox"}' });
    const { provider } = JSON.parse(synthesize(config, `${folder}/sandbox`).text);

    // Assess
    expect(provider.aws[0].default_tags).toEqual([{ tags: { project: 'interview-pipeline', Environment: 'sandbox' } }]);
  });
});
