import { Apigatewayv2Authorizer } from '@cdktf/provider-aws/lib/apigatewayv2-authorizer/index.js';
import type { Construct } from 'constructs';
import type { PipelineContext } from '../pipeline-context.ts';

/** How a route is authorized, as `aws_apigatewayv2_route` takes it. */
export interface RouteAuthorization {
  readonly authorizationType: 'AWS_IAM' | 'JWT' | 'NONE';
  readonly authorizerId?: string;
  readonly authorizationScopes?: string[];
}

/** Everyone may call. */
export const NO_AUTHORIZATION: RouteAuthorization = { authorizationType: 'NONE' };

/** Makes what the configured authorization needs and gives it for the routes. */
export function routeAuthorization(
  scope: Construct,
  apiId: string,
  { base, config }: PipelineContext,
): RouteAuthorization {
  const { authorizer } = config;
  if (authorizer.type === 'none') return NO_AUTHORIZATION;
  if (authorizer.type === 'iam') return { authorizationType: 'AWS_IAM' };
  const { id } = new Apigatewayv2Authorizer(scope, 'authorizer', {
    apiId,
    name: `${base}-jwt`,
    authorizerType: 'JWT',
    identitySources: ['$request.header.Authorization'],
    jwtConfiguration: { issuer: authorizer.issuer, audience: authorizer.audience },
  });
  const scopes = authorizer.scopes.length > 0 ? { authorizationScopes: authorizer.scopes } : {};
  return { authorizationType: 'JWT', authorizerId: id, ...scopes };
}
