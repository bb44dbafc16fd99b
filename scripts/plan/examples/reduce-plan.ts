import { FUNCTION_TYPE } from '../function-blocks.ts';
import { isObject } from '../json-values.ts';
import type { Plan, ResourceChange } from '../plan-json.ts';
import { changesSomething } from '../summarize-plan.ts';

/** A reference in a document of the configuration, to the resource that it names. */
const REFERENCE = /\$\{([a-z][a-z0-9_]*\.[A-Za-z0-9_-]+)\.[^}]+\}/g;

/** Attributes that documents refer to, and by which zips are known; what does not change is kept with these alone. */
const KEPT_ATTRIBUTES = ['arn', 'execution_arn', 'filename', 'id', 'source_code_hash'];

/**
 * A plan with what its summary is made of, and no more: the changes whole but for attributes that are not set, of the rest what the changes refer to. One
 * resource a line, sorted, so that two versions of an example can be compared.
 */
export function reducedPlanText(plan: Plan): string {
  const changed = plan.resource_changes.filter(isChange);
  const addresses = new Set(changed.map(({ address }) => address));
  const configured = plan.configuration.root_module.resources
    .filter(({ address }) => addresses.has(address))
    .map(({ address, expressions }) => ({ address, expressions: constantTexts(expressions) }))
    .filter(({ expressions }) => Object.keys(expressions).length > 0);
  const named = new Set([...JSON.stringify(configured).matchAll(REFERENCE)].map(([, address]) => address));
  const kept = plan.resource_changes.filter(
    (each) => isChange(each) || named.has(each.address) || (each.type === FUNCTION_TYPE && changesSomething(plan)),
  );
  return write({
    ...plan,
    resource_changes: kept.map((each) => (isChange(each) ? { ...each, change: pruned(each.change) } : brief(each))),
    configuration: { ...plan.configuration, root_module: { resources: configured, outputs: {} } },
  });
}

function isChange({ change }: ResourceChange): boolean {
  return !change.actions.includes('no-op');
}

/** What a resource is known by when it stays as it is. */
function brief(each: ResourceChange): ResourceChange {
  const after = isObject(each.change.after) ? each.change.after : {};
  const kept = Object.fromEntries(KEPT_ATTRIBUTES.flatMap((name) => (name in after ? [[name, after[name]]] : [])));
  return { ...each, change: { actions: each.change.actions, before: kept, after: kept } };
}

/** Only documents are looked up in the configuration, and names of attributes that are set. */
function constantTexts(expressions: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(expressions).flatMap(([name, expression]) => {
      const value = isObject(expression) ? expression.constant_value : undefined;
      return typeof value === 'string' && value.includes('${') ? [[name, { constant_value: value }]] : [];
    }),
  );
}

/** Without attributes that are not set. */
function pruned<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    isUnset(part) && key !== 'before' && key !== 'after' ? undefined : part,
  );
}

function isUnset(part: unknown): boolean {
  return (
    part === null || (Array.isArray(part) && part.length === 0) || (isObject(part) && Object.keys(part).length === 0)
  );
}

function write(plan: Plan): string {
  const entries = Object.entries(plan).map(([key, value]) =>
    Array.isArray(value)
      ? `${JSON.stringify(key)}: [\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`
      : `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${entries.join(',\n')}\n}\n`;
}
