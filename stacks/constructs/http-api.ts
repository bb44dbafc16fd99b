import { Apigatewayv2Api } from '@cdktf/provider-aws/lib/apigatewayv2-api/index.js';
import { Apigatewayv2Integration } from '@cdktf/provider-aws/lib/apigatewayv2-integration/index.js';
import { Apigatewayv2Route } from '@cdktf/provider-aws/lib/apigatewayv2-route/index.js';
import { Apigatewayv2Stage } from '@cdktf/provider-aws/lib/apigatewayv2-stage/index.js';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission/index.js';
import { Construct } from 'constructs';
import type { RouteFunctionName } from '../../contracts/functions.ts';
import { routeFunctionName } from '../../contracts/functions.ts';
import type { RouteContract } from '../../contracts/http/route-contract.ts';
import type { OperationId } from '../../contracts/http/routes/index.ts';
import { ROUTES } from '../../contracts/http/routes/index.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import { accessLogName } from '../pipeline-context.ts';
import { ACCESS_LOG_FORMAT } from './access-log-format.ts';
import type { RouteAuthorization } from './authorization.ts';
import { NO_AUTHORIZATION, routeAuthorization } from './authorization.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import { PREFLIGHT_MAX_AGE_SECONDS } from './preflight.ts';

/** Milliseconds that the gateway waits for a function: the most that it offers; the functions give up a second before. */
const INTEGRATION_TIMEOUT_MS = 30_000;

/** Who serves the routes. */
export type RouteFunctions = Readonly<Record<RouteFunctionName, PipelineFunction>>;

/** A route: its key, who serves it and who may call it. */
interface Route {
  readonly id: string;
  /** `POST /pipeline`, or `$default`. */
  readonly key: string;
  readonly target: PipelineFunction;
  readonly authorization: RouteAuthorization;
}

/** The HTTP API: routes to functions, with an authorizer, throttles and an access log. */
export class HttpApi extends Construct {
  readonly api: Apigatewayv2Api;

  constructor(scope: Construct, id: string, context: PipelineContext, functions: RouteFunctions) {
    super(scope, id);
    this.api = this.#makeApi(context);
    const integrations = new Map(Object.values(functions).map((target) => [target, this.#integrate(target)]));
    const routes = routesOf(context, functions, routeAuthorization(this, this.api.id, context));
    const made = routes.map((route) => this.#addRoute(route, integrations.get(route.target)));
    this.#makeStage(context, routes, made);
  }

  #makeApi({ base, config }: PipelineContext): Apigatewayv2Api {
    const cors = {
      allowOrigins: config.corsOrigins,
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders: [
        'accept',
        'authorization',
        'content-type',
        'idempotency-key',
        'if-none-match',
        'x-amz-date',
        'x-amz-security-token',
      ],
      exposeHeaders: ['etag', 'location', 'retry-after', 'x-request-id'],
      maxAge: PREFLIGHT_MAX_AGE_SECONDS,
    };
    return new Apigatewayv2Api(this, 'api', {
      name: base,
      description: 'Starts interview briefs and says how far they are.',
      protocolType: 'HTTP',
      ...(config.corsOrigins.length > 0 ? { corsConfiguration: cors } : {}),
    });
  }

  #integrate(target: PipelineFunction): Apigatewayv2Integration {
    return new Apigatewayv2Integration(this, `${target.node.id}-integration`, {
      apiId: this.api.id,
      integrationType: 'AWS_PROXY',
      integrationUri: target.alias.invokeArn,
      payloadFormatVersion: '2.0',
      timeoutMilliseconds: INTEGRATION_TIMEOUT_MS,
    });
  }

  #addRoute(
    { id, key, target, authorization }: Route,
    integration: Apigatewayv2Integration | undefined,
  ): Apigatewayv2Route {
    new LambdaPermission(this, `${id}-permission`, {
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      functionName: target.function.functionName,
      qualifier: target.alias.name,
      sourceArn: `${this.api.executionArn}/*/${key.replace(' /', '/')}`,
    });
    return new Apigatewayv2Route(this, `${id}-route`, {
      apiId: this.api.id,
      routeKey: key,
      target: `integrations/${integration?.id ?? ''}`,
      ...authorization,
    });
  }

  #makeStage(context: PipelineContext, routes: readonly Route[], made: Apigatewayv2Route[]): void {
    const { limits, retention } = context.config;
    const { startsPerSecond, startBurst, readsPerSecond, readBurst } = limits;
    const log = new CloudwatchLogGroup(this, 'access-log', {
      name: accessLogName(context),
      retentionInDays: retention.logDays,
    });
    new Apigatewayv2Stage(this, 'stage', {
      apiId: this.api.id,
      name: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: log.arn, format: ACCESS_LOG_FORMAT },
      defaultRouteSettings: {
        throttlingRateLimit: readsPerSecond,
        throttlingBurstLimit: readBurst,
        detailedMetricsEnabled: true,
      },
      routeSettings: routes.filter(changesSomething).map(({ key }) => ({
        routeKey: key,
        throttlingRateLimit: startsPerSecond,
        throttlingBurstLimit: startBurst,
        detailedMetricsEnabled: true,
      })),
      // Settings of a route that does not exist yet are refused.
      dependsOn: made,
    });
  }
}

/** Starting, retrying, uploading and deleting cost something; reading does not. */
function changesSomething({ key }: Route): boolean {
  return /^(POST|DELETE) /.test(key);
}

/**
 * The routes of the contracts. What matches none goes to the function that needs nothing, which answers 404 or 405 in the API's own form. With CORS a
 * preflight would meet that route's authorizer and fail, so OPTIONS has a route of its own.
 */
function routesOf({ config }: PipelineContext, functions: RouteFunctions, authorization: RouteAuthorization): Route[] {
  const operations = Object.keys(ROUTES) as OperationId[];
  const own = operations.map((operation): Route => {
    const { method, path, open }: RouteContract = ROUTES[operation];
    const target = functions[routeFunctionName(operation)];
    return { id: operation, key: `${method} ${path}`, target, authorization: open ? NO_AUTHORIZATION : authorization };
  });
  const target = functions.GetHealth;
  const unknown: Route = { id: 'unknown', key: '$default', target, authorization };
  const preflight: Route = { id: 'preflight', key: 'OPTIONS /{proxy+}', target, authorization: NO_AUTHORIZATION };
  const needsPreflight = config.corsOrigins.length > 0 && authorization.authorizationType !== 'NONE';
  return [...own, unknown, ...(needsPreflight ? [preflight] : [])];
}
