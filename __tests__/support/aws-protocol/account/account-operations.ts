import type { IncomingMessage } from 'node:http';
import type { AccountFacts } from './account-facts.ts';

/** An answer and the IAM action that it is the answer to. */
export interface AccountAnswer {
  readonly action: string;
  readonly status: number;
  readonly type?: string;
  readonly body: unknown;
}

/** Quotas of a page, so that a client has to turn it. */
const PAGE = 2;

/** Answers a request in the protocol of the service that it was signed for. Throws for what is not served, and for what is not signed. */
export function answerOf(facts: AccountFacts, { url = '/', headers }: IncomingMessage, body: string): AccountAnswer {
  const scope = /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[^/]+\/(?<service>[^/]+)\/aws4_request,/;
  const service = scope.exec(headers.authorization ?? '')?.groups?.service;
  if (service === 'sts') return identity(facts, body);
  if (service === 'bedrock')
    return bedrock(facts, new URL(url, 'http://loopback').pathname.split('/').map(decodeURIComponent));
  const operation = String(headers['x-amz-target']).split('.')[1] ?? '';
  const answer = OPERATIONS[`${service}:${operation}`]?.(facts, JSON.parse(body));
  if (answer === undefined) throw new Error(`${service} ${operation} is not served`);
  // CloudWatch is signed for under the name of its former endpoint.
  const prefix = service === 'monitoring' ? 'cloudwatch' : service;
  return { action: `${prefix}:${operation}`, status: 200, ...answer };
}

function identity({ account }: AccountFacts, body: string): AccountAnswer {
  if (new URLSearchParams(body).get('Action') !== 'GetCallerIdentity') throw new Error(`sts is not asked ${body}`);
  const result = `<GetCallerIdentityResult><Account>${account}</Account><Arn>arn:aws:sts::${account}:assumed-role/deployer/me</Arn><UserId>AROAEXAMPLE:me</UserId></GetCallerIdentityResult>`;
  return {
    action: 'sts:GetCallerIdentity',
    status: 200,
    type: 'text/xml',
    body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${result}</GetCallerIdentityResponse>`,
  };
}

function bedrock(facts: AccountFacts, [, kind = '', id = '']: readonly string[]): AccountAnswer {
  const { profile, model, guardrail } = facts;
  switch (kind) {
    case 'inference-profiles':
      return rest('GetInferenceProfile', {
        inferenceProfileId: id,
        inferenceProfileName: 'EU Claude Haiku 4.5',
        status: profile.status,
        type: 'SYSTEM_DEFINED',
        models: profile.regions.map((region) => ({
          modelArn: `arn:aws:bedrock:${region}::foundation-model/${profile.model}`,
        })),
      });
    case 'foundation-models':
      return rest('GetFoundationModel', {
        modelDetails: {
          modelArn: `arn:aws:bedrock:eu-west-1::foundation-model/${id}`,
          modelId: id,
          modelName: model.name,
          providerName: 'Anthropic',
          inferenceTypesSupported: model.types,
          modelLifecycle: { status: 'ACTIVE' },
        },
      });
    case 'foundation-model-availability':
      return rest('GetFoundationModelAvailability', {
        modelId: id,
        agreementAvailability: { status: 'AVAILABLE' },
        authorizationStatus: model.authorized,
        entitlementAvailability: 'AVAILABLE',
        regionAvailability: 'AVAILABLE',
      });
    case 'guardrails':
      return rest('GetGuardrail', {
        guardrailId: id,
        name: 'sources',
        status: guardrail.status,
        version: '1',
        contentPolicy: { filters: [], tier: { tierName: guardrail.tier } },
        sensitiveInformationPolicy: { piiEntities: [{ type: 'NAME', action: guardrail.pii }], regexes: [] },
        ...(guardrail.crosses ? { crossRegionDetails: { guardrailProfileId: 'eu.guardrail.v1:0' } } : {}),
      });
    default:
      throw new Error(`bedrock ${kind} is not served`);
  }
}

function rest(operation: string, body: object): AccountAnswer {
  return { action: `bedrock:${operation}`, status: 200, type: 'application/json', body };
}

/** The operations of the services that speak JSON: what they answer, and the status when it is an error. */
const OPERATIONS: Readonly<
  Record<
    string,
    (
      facts: AccountFacts,
      input: Readonly<Record<string, string>>,
    ) => Pick<AccountAnswer, 'body'> & { readonly status?: number }
  >
> = {
  'servicequotas:ListServiceQuotas': ({ quotas }, { ServiceCode = '', NextToken = '0' }) => {
    const all = quotas[ServiceCode];
    if (all === undefined)
      return { status: 400, body: { __type: 'NoSuchResourceException', message: 'No such service' } };
    const to = Number(NextToken) + PAGE;
    return {
      body: { Quotas: all.slice(Number(NextToken), to), ...(to < all.length ? { NextToken: String(to) } : {}) },
    };
  },
  'states:DescribeStateMachine': ({ state_machine, log_suffix }, { stateMachineArn = '' }) =>
    state_machine === null
      ? { status: 400, body: { __type: 'StateMachineDoesNotExist', message: stateMachineArn } }
      : {
          body: {
            stateMachineArn,
            status: state_machine,
            type: 'STANDARD',
            loggingConfiguration: {
              level: 'ERROR',
              destinations: [
                {
                  cloudWatchLogsLogGroup: {
                    logGroupArn: `arn:aws:logs:eu-west-1:111122223333:log-group:x${log_suffix}`,
                  },
                },
              ],
            },
          },
        },
  'states:ListExecutions': ({ succeeded }, { stateMachineArn = '' }) => ({
    body: {
      executions: succeeded.map((name) => ({
        name,
        stateMachineArn,
        executionArn: name,
        status: 'SUCCEEDED',
        startDate: 1,
      })),
    },
  }),
  'monitoring:ListMetrics': ({ metrics }, { Namespace = '' }) => ({
    body: { Metrics: (metrics[Namespace] ?? []).map((MetricName) => ({ Namespace, MetricName })) },
  }),
  'pricing:GetProducts': ({ prices }, { ServiceCode = '' }) => ({
    body: { FormatVersion: 'aws_v1', PriceList: (prices[ServiceCode] ?? []).map(product) },
  }),
};

function product([usagetype, description, USD]: readonly [string, string, string]): string {
  const priceDimensions = {
    dimension: { description, beginRange: '0', endRange: 'Inf', unit: 'Units', pricePerUnit: { USD } },
  };
  return JSON.stringify({ product: { attributes: { usagetype } }, terms: { OnDemand: { term: { priceDimensions } } } });
}
