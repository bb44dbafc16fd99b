import { canonical, isObject, listOf } from '../json-values.ts';

/** One action on one resource that a policy allows or denies. */
export interface Grant {
  readonly effect: 'Allow' | 'Deny';
  /** `s3:GetObject`; `every action but s3:*` for NotAction. */
  readonly action: string;
  /** An ARN or pattern; empty in a trust policy, which is about the role itself. */
  readonly resource: string;
  /** Who, where a policy stands at a resource; empty at a role. */
  readonly principal: string;
  /** In words; empty where there is none. */
  readonly condition: string;
}

/** What a policy document grants, each once, in the order of the document. */
export function grantsOf(document: unknown): Grant[] {
  const statements = isObject(document) ? listOf(document.Statement) : [];
  const grants = statements.filter(isObject).flatMap(grantsOfStatement);
  return [...new Map(grants.map((grant) => [canonical(grant), grant])).values()];
}

function grantsOfStatement(statement: { readonly [key: string]: unknown }): Grant[] {
  const effect = statement.Effect === 'Deny' ? 'Deny' : 'Allow';
  const actions = oneOf(statement, 'Action', 'every action but');
  const resources = oneOf(statement, 'Resource', 'everything but');
  const principals = principalsOf(statement);
  const condition = conditionOf(statement.Condition);
  return actions.flatMap((action) =>
    resources.flatMap((resource) =>
      principals.map((principal) => ({ effect, action, resource, principal, condition }) as const),
    ),
  );
}

/** The values of `Action` or `Resource`, or of their opposites `NotAction`, `NotResource` as one. */
function oneOf(statement: { readonly [key: string]: unknown }, key: string, inverted: string): readonly string[] {
  const opposite = listOf(statement[`Not${key}`]).map(String);
  if (opposite.length > 0) return [`${inverted} ${opposite.join(', ')}`];
  const values = listOf(statement[key]).map(String);
  return values.length === 0 ? [''] : values;
}

function principalsOf({ Principal, NotPrincipal }: { readonly [key: string]: unknown }): readonly string[] {
  if (NotPrincipal !== undefined) return [`everyone but ${canonical(NotPrincipal)}`];
  if (Principal === undefined) return [''];
  if (isObject(Principal)) return Object.values(Principal).flatMap((value) => listOf(value).map(String));
  return listOf(Principal).map(String);
}

/** `aws:SourceAccount StringEquals 111122223333 and …`, in a fixed order. */
function conditionOf(condition: unknown): string {
  if (!isObject(condition)) return '';
  const terms = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(isObject(keys) ? keys : {}).map(
      ([key, values]) => `${key} ${operator} ${listOf(values).map(String).sort().join(', ')}`,
    ),
  );
  return terms.sort().join(' and ');
}
