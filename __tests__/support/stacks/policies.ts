import type { SynthesizedStack } from './synthesize.ts';
import { resourcesOf } from './synthesize.ts';

/** A statement with its lists made lists. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, unknown>>;
}

/** The policy of a role. */
export interface RolePolicy {
  readonly role: string;
  readonly statements: readonly Statement[];
}

/** The statements of a policy's JSON text. */
export function statementsOf(policy: unknown): Statement[] {
  const { Statement } = JSON.parse(String(policy)) as { Statement: (Statement & Record<string, unknown>)[] };
  return Statement.map((statement) => ({
    ...statement,
    Action: listOf(statement.Action),
    Resource: listOf(statement.Resource),
  }));
}

/** The policies of all roles. */
export function policiesOf(stack: SynthesizedStack): RolePolicy[] {
  return resourcesOf(stack, 'aws_iam_role_policy').map(({ role, policy }) => ({
    role: String(role),
    statements: statementsOf(policy),
  }));
}

/** Actions that are allowed on `*`, each once. */
export function unnarrowedActions(policies: readonly RolePolicy[]): string[] {
  const statements = policies.flatMap((policy) => policy.statements).filter(({ Resource }) => Resource.includes('*'));
  return [...new Set(statements.flatMap(({ Action }) => Action))].sort();
}

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
