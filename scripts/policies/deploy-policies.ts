import type { DeployConfig } from '../../stacks/deploy-config.ts';
import type { PipelineContext } from '../../stacks/pipeline-context.ts';
import { pipelineContext } from '../../stacks/pipeline-context.ts';
import type { PolicyStatement } from '../../stacks/policies/policy-document.ts';
import { OBJECTS, ROLES } from './arn-patterns.ts';
import type { ResourceActions } from './resource-actions.ts';
import { RESOURCE_ACTIONS } from './resource-actions.ts';
import type { DeployRole } from './state-statements.ts';
import { stateStatements } from './state-statements.ts';
import { UNNARROWED_CHANGES, UNNARROWED_READS } from './unnarrowed-actions.ts';

/** A synthesized stack, as far as it is looked at here. */
export interface SynthesizedResources {
  readonly resource: Readonly<Record<string, unknown>>;
}

/** Types that Terraform handles by itself, without AWS. */
const WITHOUT_AWS = new Set(['terraform_data']);

/** Services that the stack's roles may be handed to, and no other. */
const PASSED_TO = ['lambda.amazonaws.com', 'states.amazonaws.com'];

/**
 * What a role needs to plan or to apply the stack, worked out from the types of its resources, by statement: everything is narrowed to the names of the environment,
 * where AWS offers it. The role that applies may also plan.
 *
 * @throws Error that names every type of resources that no row of {@link RESOURCE_ACTIONS} knows
 */
export function deployStatements(
  { resource }: SynthesizedResources,
  config: DeployConfig,
  role: DeployRole,
): PolicyStatement[] {
  const types = Object.keys(resource).filter((type) => !WITHOUT_AWS.has(type));
  const rows = rowsOf(types);
  const context = pipelineContext(config);
  const read = [...merged(context, rows, ({ read }) => read), ...unnarrowed(types, UNNARROWED_READS)];
  const state = stateStatements(config, role);
  if (role === 'plan') return [...state, ...read];
  return [
    ...state,
    ...read,
    ...merged(context, rows.map(withoutBoundedActions), ({ change }) => change),
    ...unnarrowed(types, UNNARROWED_CHANGES),
    ...roleStatements(context),
    ...emptyingStatements(context),
  ];
}

function rowsOf(types: readonly string[]): ResourceActions[] {
  const unknown = types.filter((type) => RESOURCE_ACTIONS[type] === undefined);
  if (unknown.length > 0) {
    throw new Error(
      `No deployment permissions are known for ${unknown.join(', ')}: add a row each to scripts/policies/resource-actions.ts.`,
    );
  }
  return types.flatMap((type) => RESOURCE_ACTIONS[type] ?? []);
}

/** Types that lie under the same names share a statement. */
function merged(
  context: PipelineContext,
  rows: readonly ResourceActions[],
  actionsOf: (row: ResourceActions) => readonly string[],
): PolicyStatement[] {
  const byPlace = Map.groupBy(rows, ({ on }) => on);
  return [...byPlace].flatMap(([on, same]) => {
    const actions = [...new Set(same.flatMap(actionsOf))].sort();
    return actions.length === 0 ? [] : [{ Effect: 'Allow' as const, Action: actions, Resource: on(context) }];
  });
}

function unnarrowed(
  types: readonly string[],
  table: Readonly<Record<string, { readonly actions: readonly string[] }>>,
): PolicyStatement[] {
  const actions = types.flatMap((type) => table[type]?.actions ?? []);
  return actions.length === 0 ? [] : [{ Effect: 'Allow', Action: actions, Resource: '*' }];
}

/** Actions that stand in a statement of their own, where a permissions boundary is configured under its condition. */
const BOUNDED_ACTIONS = ['iam:CreateRole', 'iam:PutRolePermissionsBoundary'];

function withoutBoundedActions({ change, ...row }: ResourceActions): ResourceActions {
  return { ...row, change: change.filter((action) => !BOUNDED_ACTIONS.includes(action)) };
}

/** Roles are made under the boundary only, where one is configured, and handed to the two services only. */
function roleStatements(context: PipelineContext): PolicyStatement[] {
  const { permissionsBoundaryArn } = context.config.iam;
  const bounded =
    permissionsBoundaryArn === null
      ? {}
      : { Condition: { StringEquals: { 'iam:PermissionsBoundary': permissionsBoundaryArn } } };
  return [
    { Effect: 'Allow', Action: BOUNDED_ACTIONS, Resource: ROLES(context), ...bounded },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: ROLES(context),
      Condition: { StringEquals: { 'iam:PassedToService': PASSED_TO } },
    },
  ];
}

/** Content can be deleted only where the configuration lets the bucket be emptied with the stack. */
function emptyingStatements(context: PipelineContext): PolicyStatement[] {
  if (context.config.protectData) return [];
  return [{ Effect: 'Allow', Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'], Resource: OBJECTS(context) }];
}
