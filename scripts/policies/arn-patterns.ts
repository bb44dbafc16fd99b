import type { PipelineContext } from '../../stacks/pipeline-context.ts';
import { arnOf } from '../../stacks/pipeline-context.ts';

/** ARNs of what the stack makes, as narrow as they can be told before anything exists. */
export type ArnPatterns = (context: PipelineContext) => readonly string[];

/** Functions with their versions and aliases. */
export const FUNCTIONS: ArnPatterns = (context) => [arnOf(context, 'lambda', `function:${context.base}-*`)];

/** Roles under the configured path. */
export const ROLES: ArnPatterns = ({ partition, config, base }) => [
  `arn:${partition}:iam::${config.accountId}:role${config.iam.path}${base}-*`,
];

/** Log groups; CloudWatch Logs names them with and without `:*`, by action. */
export const LOG_GROUPS: ArnPatterns = (context) =>
  [
    `/aws/lambda/${context.base}-*`,
    `/aws/vendedlogs/states/${context.base}`,
    `/aws/vendedlogs/apigateway/${context.base}`,
  ].flatMap((name) => [arnOf(context, 'logs', `log-group:${name}`), arnOf(context, 'logs', `log-group:${name}:*`)]);

/** The bucket of artifacts. */
export const BUCKET: ArnPatterns = ({ partition, base, config }) => [
  `arn:${partition}:s3:::${base}-${config.accountId}-artifacts`,
];

/** What lies in it. */
export const OBJECTS: ArnPatterns = (context) => BUCKET(context).map((bucket) => `${bucket}/*`);

/** The table of sessions. */
export const TABLE: ArnPatterns = (context) => [arnOf(context, 'dynamodb', `table/${context.base}-sessions`)];

/** The state machine. */
export const STATE_MACHINE: ArnPatterns = (context) => [
  arnOf(context, 'states', `stateMachine:${context.stateMachineName}`),
];

/** Every HTTP API of the account and region: an API's ARN carries an id that nobody knows before it is made. */
export const APIS: ArnPatterns = ({ partition, config }) =>
  ['apis', 'apis/*', 'tags/*'].map((path) => `arn:${partition}:apigateway:${config.region}::/${path}`);

/** Alarms. */
export const ALARMS: ArnPatterns = (context) => [arnOf(context, 'cloudwatch', `alarm:${context.base}-*`)];

/** The dashboard, which belongs to no region. */
export const DASHBOARD: ArnPatterns = ({ partition, config, base }) => [
  `arn:${partition}:cloudwatch::${config.accountId}:dashboard/${base}`,
];

/** The rule of executions that ended. */
export const RULES: ArnPatterns = (context) => [arnOf(context, 'events', `rule/${context.base}-*`)];

/** The topic of alarms and its subscriptions. */
export const TOPICS: ArnPatterns = (context) =>
  ['alarms', 'alarms:*'].map((name) => arnOf(context, 'sns', `${context.base}-${name}`));

/** The queue of lost repairs. */
export const QUEUES: ArnPatterns = (context) => [arnOf(context, 'sqs', `${context.base}-*`)];

/** Parameters under the name of the environment. */
export const PARAMETERS: ArnPatterns = (context) => [arnOf(context, 'ssm', `parameter/${context.base}/*`)];
