import { describe, expect, test } from '@jest/globals';
import type { RouteContract } from '../../contracts/http/route-contract.ts';
import { ROUTES } from '../../contracts/http/routes/index.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import type { SynthesizedStack } from '../support/stacks/synthesize.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('http-api');

function stackOf(environment: 'dev' | 'prod', variables: Readonly<Record<string, string>> = {}): SynthesizedStack {
  return synthesize(
    exampleConfig(environment, variables),
    `${folder}/${Object.values(variables).join('').length}-${environment}`,
  );
}

describe('the HTTP API', () => {
  test('has a route for each of the contracts, and one for everything else', () => {
    // Act
    const keys = resourcesOf(stackOf('dev'), 'aws_apigatewayv2_route').map(({ route_key }) => route_key);

    // Assess
    const contracts: readonly RouteContract[] = Object.values(ROUTES);
    expect(keys.sort()).toEqual([...contracts.map(({ method, path }) => `${method} ${path}`), '$default'].sort());
  });

  test('hands requests to functions in payload format 2.0, by their alias', () => {
    for (const integration of resourcesOf(stackOf('dev'), 'aws_apigatewayv2_integration')) {
      expect(integration).toMatchObject({
        integration_type: 'AWS_PROXY',
        payload_format_version: '2.0',
        integration_uri: expect.stringMatching(/^\$\{aws_lambda_alias\.\w+\.invoke_arn\}$/),
      });
    }
  });

  test('asks callers to sign by IAM, by a token, or not at all, as configured', () => {
    // Act
    const types = (stack: SynthesizedStack) =>
      new Set(
        resourcesOf(stack, 'aws_apigatewayv2_route')
          .filter(({ route_key }) => route_key !== 'GET /health' && route_key !== 'OPTIONS /{proxy+}')
          .map(({ authorization_type }) => authorization_type),
      );

    // Assess
    expect([...types(stackOf('dev'))]).toEqual(['AWS_IAM']);
    expect([...types(stackOf('dev', { DEPLOY_AUTHORIZER: '{"type":"none"}' }))]).toEqual(['NONE']);
    const byToken = stackOf('prod');
    expect([...types(byToken)]).toEqual(['JWT']);
    expect(resourcesOf(byToken, 'aws_apigatewayv2_authorizer')).toEqual([
      expect.objectContaining({
        authorizer_type: 'JWT',
        jwt_configuration: { issuer: 'https://login.example.com/', audience: ['interview-pipeline'] },
      }),
    ]);
  });

  test('throttles what starts or changes something lower than what reads', () => {
    // Act
    const [stage] = resourcesOf(
      stackOf('dev', { DEPLOY_LIMITS_STARTS_PER_SECOND: '3', DEPLOY_LIMITS_READS_PER_SECOND: '70' }),
      'aws_apigatewayv2_stage',
    );

    // Assess
    expect(stage?.default_route_settings).toMatchObject({ throttling_rate_limit: 70 });
    const own = stage?.route_settings as { route_key: string; throttling_rate_limit: number }[];
    expect(new Set(own.map(({ throttling_rate_limit }) => throttling_rate_limit))).toEqual(new Set([3]));
    expect(own.map(({ route_key }) => route_key)).toEqual(
      expect.arrayContaining(['POST /pipeline', 'POST /documents', 'DELETE /pipeline/{executionId}']),
    );
  });

  test('lets the configured origins in, and no other', () => {
    expect(resourcesOf(stackOf('dev'), 'aws_apigatewayv2_api')[0]).not.toHaveProperty('cors_configuration');
    expect(resourcesOf(stackOf('prod'), 'aws_apigatewayv2_api')[0]).toMatchObject({
      cors_configuration: { allow_origins: ['https://app.example.com'] },
    });
  });

  test('logs who asked for what and how it ended, as JSON, without headers or bodies', () => {
    // Act
    const [{ format, destination_arn } = { format: '', destination_arn: '' }] = resourcesOf(
      stackOf('dev'),
      'aws_apigatewayv2_stage',
    ).map(({ access_log_settings }) => access_log_settings as { format: string; destination_arn: string });

    // Assess
    expect(destination_arn).toMatch(/^\$\{aws_cloudwatch_log_group\.http-api_access-log_\w+\.arn\}$/);
    expect(JSON.parse(format)).toMatchObject({ request_id: '$context.requestId', status: '$context.status' });
    expect(format).not.toMatch(/header|body/i);
  });
});
