import { alarmDefinitions } from '../../../../stacks/constructs/monitoring/metrics.ts';
import { arnOf, usageNamespaceOf } from '../../../../stacks/pipeline-context.ts';
import type { Answer, FactContext } from '../fact.ts';
import { confirmed, different, unknown } from '../fact.ts';

const DEPLOY_FIRST = 'Deploy the stack, then ask again.';
const RUN_FIRST =
  'Make a run: npm run smoke -- --env <name> --url <api_url>. Metrics take some minutes; then ask again.';

/** AWS took the whole stack. */
export async function stackIsAccepted({ aws, context }: FactContext): Promise<Answer> {
  const arn = machineArn(context);
  const found = await aws.stateMachines.describe(arn);
  if (found === undefined) return unknown(`there is no ${arn}`, DEPLOY_FIRST);
  if (found.status === 'ACTIVE')
    return confirmed(`${arn} is active, and Terraform makes it after every role and policy`);
  return different(`${arn} is ${found.status}`, 'See the error of terraform apply.');
}

/** A run got through, so the roles allow what it does. */
export async function runSucceeds({ aws, context }: FactContext): Promise<Answer> {
  const name = await aws.stateMachines.newestSuccess(machineArn(context));
  if (name === undefined) return unknown('no execution of the last 90 days has succeeded', RUN_FIRST);
  return confirmed(`the execution ${name} succeeded with the deployed roles`);
}

/** The log destination is as Terraform wrote it. */
export async function logsAreDelivered({ aws, context }: FactContext): Promise<Answer> {
  const found = await aws.stateMachines.describe(machineArn(context));
  if (found === undefined) return unknown('the stack is not deployed', DEPLOY_FIRST);
  const [arn] = found.log_groups;
  if (arn === undefined)
    return different('the state machine has no log group', 'See logDestination in stacks/constructs/state-machine.ts.');
  if (arn.endsWith(':*')) return confirmed(`Step Functions keeps ${arn}`);
  return different(`Step Functions keeps ${arn}`, 'Leave the suffix out in stacks/constructs/state-machine.ts.');
}

/** The metrics that alarms look at have data under these names. */
export async function apiMetricsExist(given: FactContext): Promise<Answer> {
  return metricsExist(given, 'AWS/ApiGateway');
}

/** The log filters find what functions log. */
export async function usageMetricsExist(given: FactContext): Promise<Answer> {
  return metricsExist(given, usageNamespaceOf(given.context));
}

async function metricsExist({ aws, context }: FactContext, namespace: string): Promise<Answer> {
  const wanted = metricNames(namespace, usageNamespaceOf(context));
  const found = await aws.listMetrics(namespace);
  if (found.length === 0) return unknown(`nothing in ${namespace} had data within two weeks`, RUN_FIRST);
  const missing = wanted.filter((name) => !found.includes(name));
  if (missing.length === 0) return confirmed(`${wanted.join(', ')} have data in ${namespace}`);
  return different(
    `${namespace} has ${found.join(', ')}, but not ${missing.join(', ')}`,
    'Compare with stacks/constructs/monitoring/metrics.ts and usage-metrics.ts: an alarm on a metric that never comes never rings.',
  );
}

/** Names that alarms look at in a namespace. */
function metricNames(namespace: string, ownNamespace: string): string[] {
  const definitions = alarmDefinitions({
    stateMachineArn: '',
    apiId: '',
    deadLetterQueue: '',
    functionNames: {} as Parameters<typeof alarmDefinitions>[0]['functionNames'],
    usageNamespace: ownNamespace,
    tokensPerDay: 1,
    comprehendUnitsPerDay: 1,
  });
  const names = definitions.flatMap(({ metrics }) => metrics).filter((metric) => metric.namespace === namespace);
  return [...new Set(names.map(({ metricName }) => metricName))].sort();
}

/** The gateway answers the preflight of a web page by itself. */
export async function preflightAnswers({ context: { config }, api_url }: FactContext): Promise<Answer> {
  const [origin] = config.corsOrigins;
  if (api_url === undefined) return unknown('the address of the API was not given', 'Give it with --url.');
  if (origin === undefined) return unknown('no web origin may call the API', 'Nothing, until corsOrigins is set.');
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };
  const { status, headers: answered } = await fetch(new URL('/pipeline', api_url), { method: 'OPTIONS', headers });
  const allowed = answered.get('access-control-allow-origin');
  if (status < 300 && allowed === origin) return confirmed(`the preflight of ${origin} is answered with ${status}`);
  return different(
    `the preflight of ${origin} is answered with ${status}, allowing ${allowed ?? 'no origin'}`,
    'See corsConfiguration and the routes in stacks/constructs/http-api.ts.',
  );
}

function machineArn(context: FactContext['context']): string {
  return arnOf(context, 'states', `stateMachine:${context.stateMachineName}`);
}
