import { describe, expect, test } from '@jest/globals';
import type { LambdaName } from '../../contracts/functions.ts';
import { LAMBDA_NAMES, LAMBDAS } from '../../contracts/functions.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('functions');

describe('every function', () => {
  // Prepare, for all
  const stack = synthesize(exampleConfig('prod'), folder);
  const functions = resourcesOf(stack, 'aws_lambda_function')
    .map((resource) => ({
      name: String(resource.function_name).slice('interview-pipeline-prod-'.length) as LambdaName,
      resource,
    }))
    .sort((one, other) => LAMBDA_NAMES.indexOf(one.name) - LAMBDA_NAMES.indexOf(other.name));

  test('has memory, timeout and variables of its contract', () => {
    // Act
    const deployed = functions.map(({ name, resource }) => [name, resource.memory_size, resource.timeout]);
    const unnamed = functions.flatMap(({ name, resource }) => {
      const { variables } = resource.environment as { variables: Readonly<Record<string, string>> };
      return Object.keys(variables ?? {}).filter(
        (variable) => !LAMBDAS[name].environment.some((own) => own === variable),
      );
    });

    // Assess
    expect(deployed).toEqual(
      LAMBDA_NAMES.map((name) => [name, LAMBDAS[name].memory_mb, LAMBDAS[name].timeout_seconds]),
    );
    expect(unnamed).toEqual([]);
  });

  test('writes to a log group of its own, made beforehand with a retention', () => {
    // Act
    const groups = stack.resources.aws_cloudwatch_log_group ?? {};
    const named = functions.map(({ name, resource }) => {
      const { log_group } = resource.logging_config as { log_group: string };
      const [, id = ''] = /^\$\{aws_cloudwatch_log_group\.([\w-]+)\.name\}$/.exec(log_group) ?? [];
      return [name, groups[id]?.name, groups[id]?.retention_in_days];
    });

    // Assess
    expect(named).toEqual(LAMBDA_NAMES.map((name) => [name, `/aws/lambda/interview-pipeline-prod-${name}`, 90]));
  });

  test('may not make log groups, so that none comes back after the stack is gone', () => {
    expect(JSON.stringify(resourcesOf(stack, 'aws_iam_role_policy'))).not.toContain('logs:CreateLogGroup');
  });

  test('has its role under the configured path and boundary, as the state machine has', () => {
    // Act
    const roles = resourcesOf(stack, 'aws_iam_role');

    // Assess
    expect(roles).toHaveLength(LAMBDA_NAMES.length + 1);
    for (const role of roles) {
      expect(role).toMatchObject({
        path: '/applications/',
        permissions_boundary: 'arn:aws:iam::111122223333:policy/application-boundary',
      });
    }
  });
});
