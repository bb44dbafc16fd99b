import { describe, expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { policiesOf } from '../support/stacks/policies.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('session-id-secret');

describe('the key of session ids', () => {
  // Prepare, for all
  const stack = synthesize(exampleConfig('prod'), folder);

  test('is written and never read back by Terraform: neither plan nor state holds it', () => {
    // Act
    const parameters = resourcesOf(stack, 'aws_ssm_parameter');

    // Assess
    expect(parameters).toEqual([
      expect.objectContaining({
        name: '/interview-pipeline-prod/session-id-secret',
        type: 'SecureString',
        value_wo: '${join("", [uuid(), uuid()])}',
        value_wo_version: 1,
        lifecycle: { ignore_changes: ['value_wo'] },
      }),
    ]);
    expect(parameters[0]).not.toHaveProperty('value');
    expect(stack.resources).not.toHaveProperty('terraform_data');
  });

  test('stands in no environment of a function: StartPipeline alone has its name, and may read it', () => {
    // Act
    const functions = resourcesOf(stack, 'aws_lambda_function');
    const withName = functions.filter(({ environment }) => JSON.stringify(environment).includes('aws_ssm_parameter'));
    const readers = policiesOf(stack).filter(({ statements }) =>
      statements.some(({ Action }) => Action.some((action) => action.startsWith('ssm:'))),
    );

    // Assess
    expect(withName).toEqual([expect.objectContaining({ function_name: 'interview-pipeline-prod-StartPipeline' })]);
    expect(readers).toHaveLength(1);
    expect(readers[0]?.role).toContain('StartPipeline');
    expect(readers[0]?.statements).toContainEqual(
      expect.objectContaining({
        Action: ['ssm:GetParameter'],
        Resource: ['arn:aws:ssm:eu-west-1:111122223333:parameter/interview-pipeline-prod/session-id-secret'],
      }),
    );
  });

  test('needs a Terraform that knows arguments which are only written', () => {
    expect(JSON.parse(stack.text).terraform.required_version).toBe('>= 1.11.0');
  });
});
