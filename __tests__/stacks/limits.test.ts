import { describe, expect, test } from '@jest/globals';
import { ENVIRONMENT } from '../../contracts/environment.ts';
import type { DeployConfig } from '../../stacks/deploy-config.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('limits');

/** Longest ARN that a reference can stand for: the longest log group, with region and account. */
const LONGEST_REFERENCE = 'x'.repeat(160);

/** Longest text that the setting `variables` takes. */
const LONGEST_VARIABLE = 'x'.repeat(400);

const OPTIONAL = Object.keys(ENVIRONMENT).filter((name) =>
  /^(BEDROCK_(?!MODEL_ID|GUARDRAIL)|COMPREHEND_|TEXTRACT_)/.test(name),
);

/** Production with the longest names and texts that the configuration takes. */
const LONGEST: DeployConfig = {
  ...exampleConfig('prod', {
    DEPLOY_NAME_PREFIX: 'p'.repeat(24),
    DEPLOY_MODEL_GUARDRAIL: '{"id":"abcdefghijkl","version":"DRAFT"}',
    DEPLOY_VARIABLES: JSON.stringify(Object.fromEntries(OPTIONAL.map((name) => [name, LONGEST_VARIABLE]))),
    DEPLOY_ALARMS_RUNBOOK_URL: `https://wiki.example.com/${'p'.repeat(150)}`,
  }),
  environment: 'e'.repeat(12),
};

/** The longest name that AWS takes, by type and attribute. */
const NAME_LIMITS = [
  ['aws_iam_role', 'name', 64],
  ['aws_iam_role_policy', 'name', 128],
  ['aws_s3_bucket', 'bucket', 63],
  ['aws_lambda_function', 'function_name', 64],
  ['aws_lambda_function', 'description', 256],
  ['aws_dynamodb_table', 'name', 255],
  ['aws_sfn_state_machine', 'name', 80],
  ['aws_apigatewayv2_api', 'name', 128],
  ['aws_apigatewayv2_authorizer', 'name', 128],
  ['aws_cloudwatch_event_rule', 'name', 64],
  ['aws_cloudwatch_log_group', 'name', 512],
  ['aws_cloudwatch_metric_alarm', 'alarm_name', 255],
  ['aws_cloudwatch_metric_alarm', 'alarm_description', 1_024],
  ['aws_cloudwatch_dashboard', 'dashboard_name', 255],
  ['aws_sns_topic', 'name', 256],
  ['aws_sqs_queue', 'name', 80],
  ['aws_ssm_parameter', 'name', 1_011],
  ['aws_sfn_state_machine', 'definition', 1_048_576],
] as const;

/** Characters of a role's own policies, white space not counted. */
const MAX_INLINE_POLICY_CHARACTERS = 10_240;

/** Names and values of a function's variables together. */
const MAX_ENVIRONMENT_BYTES = 4_096;

describe('with the longest names and texts of the configuration', () => {
  // Prepare, for all
  const stack = synthesize(LONGEST, folder);

  test.each(NAME_LIMITS)('%s keeps its %s within the %i characters that AWS takes', (type, attribute, limit) => {
    // Act
    const lengths = resourcesOf(stack, type).map((each) => withReferences(String(each[attribute])).length);

    // Assess
    expect(lengths.length).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(limit);
  });

  test('the policy of every role is within the limit of IAM', () => {
    // Act
    const lengths = resourcesOf(stack, 'aws_iam_role_policy').map(
      ({ policy }) => withReferences(String(policy)).length,
    );

    // Assess
    expect(Math.max(...lengths)).toBeLessThan(MAX_INLINE_POLICY_CHARACTERS);
  });

  test('the variables of every function are within the limit of Lambda', () => {
    // Act
    const sizes = resourcesOf(stack, 'aws_lambda_function').map(({ environment }) => {
      const { variables } = environment as { variables: Record<string, string> };
      return Buffer.byteLength(withReferences(JSON.stringify(variables)));
    });

    // Assess
    expect(Math.max(...sizes)).toBeLessThan(MAX_ENVIRONMENT_BYTES);
  });
});

function withReferences(text: string): string {
  return text.replace(/\$\{[^}]+\}/g, LONGEST_REFERENCE);
}
