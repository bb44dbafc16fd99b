import type { LambdaName } from '../../contracts/functions.ts';
import type { NarrowPermission, Permission, PermissionTarget } from '../../contracts/permissions.ts';
import { DEAD_LETTER_PERMISSION, PERMISSIONS, TRACING_PERMISSION } from '../../contracts/permissions.ts';
import { SESSION_TABLE } from '../../contracts/session-table.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import { arnOf } from '../pipeline-context.ts';
import { guardrailResources } from './guardrail-resources.ts';
import { modelStatements } from './model-statements.ts';
import type { PolicyStatement } from './policy-document.ts';

/** ARNs that only Terraform knows. */
export interface ResourceArns {
  readonly table: string;
  readonly bucket: string;
  readonly sessionIdSecret: string;
}

/** Lets Lambda put the events there that the function could not handle: it does so with the function's role. */
export function deadLetterStatement(queueArn: string): PolicyStatement {
  return { Effect: 'Allow', Action: DEAD_LETTER_PERMISSION.actions, Resource: queueArn };
}

/** The statements of a function's role, beside its log. */
export function functionStatements(context: PipelineContext, name: LambdaName, arns: ResourceArns): PolicyStatement[] {
  const own = PERMISSIONS[name].flatMap((permission) => toStatements(context, permission, arns));
  return [...own, { Effect: 'Allow', Action: TRACING_PERMISSION.actions, Resource: '*' }];
}

function toStatements(context: PipelineContext, permission: Permission, arns: ResourceArns): PolicyStatement[] {
  if (permission.on === '*') {
    const inRegion = { StringEquals: { 'aws:RequestedRegion': context.config.region } };
    return [{ Effect: 'Allow', Action: permission.actions, Resource: '*', Condition: inRegion }];
  }
  if (permission.on === 'model') return modelStatements(context, permission.actions);
  const resource = resourceOf(context, permission.on, arns);
  if (resource === undefined) return [];
  return [{ Effect: 'Allow', Action: permission.actions, Resource: resource, ...attributeCondition(permission) }];
}

/** An UpdateItem that names another attribute, or wants the whole item back, is denied. */
function attributeCondition({ attributes }: NarrowPermission): Pick<PolicyStatement, 'Condition'> {
  if (attributes === undefined) return {};
  return {
    Condition: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': attributes },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE', 'UPDATED_OLD', 'UPDATED_NEW'] },
    },
  };
}

/** Undefined for what is not configured: then the permission falls away. */
function resourceOf(
  context: PipelineContext,
  target: Exclude<PermissionTarget, 'model'>,
  { table, bucket, sessionIdSecret }: ResourceArns,
): string | readonly string[] | undefined {
  const { stateMachineName } = context;
  const arns: Readonly<Record<Exclude<PermissionTarget, 'model'>, string | readonly string[] | undefined>> = {
    'sessions-table': table,
    'owner-index': `${table}/index/${SESSION_TABLE.owner_index.name}`,
    'artifacts-bucket': bucket,
    uploads: `${bucket}/uploads/*`,
    work: `${bucket}/work/*`,
    briefs: `${bucket}/briefs/*`,
    'state-machine': arnOf(context, 'states', `stateMachine:${stateMachineName}`),
    executions: arnOf(context, 'states', `execution:${stateMachineName}:*`),
    'session-id-secret': sessionIdSecret,
    guardrail: guardrailResources(context),
  };
  return arns[target];
}
