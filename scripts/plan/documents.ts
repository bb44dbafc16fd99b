import { at, embeddedJson, isObject } from './json-values.ts';
import { withReferences } from './names.ts';
import type { Plan, ResourceChange } from './plan-json.ts';

/** A JSON document that a resource holds as text, such as a policy, before and after. */
export interface Documents {
  /** Undefined where there was none. */
  readonly before: unknown;
  /** Undefined where there will be none, or where not even the configuration tells it. */
  readonly after: unknown;
}

/** An attribute that is text, before and after. */
export interface Texts {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Gives the text of a resource's attribute. */
export type TextReader = (change: ResourceChange, attribute: string) => Texts;

/**
 * Reads texts out of a plan. One that names what Terraform has yet to make is unknown as a whole; it is then taken from the configuration, with what is
 * known put in: an ARN that is there now is taken to stay as it is, because it follows from the name.
 */
export function textReader(plan: Plan): TextReader {
  const current = plan.resource_changes.filter(({ deposed }) => deposed === undefined);
  const changes = new Map(current.map((each) => [each.address, each.change]));
  const configured = new Map(plan.configuration.root_module.resources.map((each) => [each.address, each.expressions]));
  const knownValue = (address: string, attribute: string): string | undefined => {
    const change = changes.get(address);
    const value = at(change?.after, attribute) ?? at(change?.before, attribute);
    return typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : undefined;
  };
  return ({ address, change }, attribute) => ({
    before: textOf(at(change.before, attribute)),
    after:
      at(change.after_unknown, attribute) === true
        ? resolved(at(configured.get(address)?.[attribute], 'constant_value'), knownValue)
        : textOf(at(change.after, attribute)),
  });
}

/** The JSON documents of an attribute. */
export function documentsOf({ before, after }: Texts): Documents {
  return { before: embeddedJson(before), after: embeddedJson(after) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function resolved(
  text: unknown,
  knownValue: (address: string, attribute: string) => string | undefined,
): string | undefined {
  return typeof text === 'string' ? withReferences(text, knownValue) : undefined;
}

/** Whether a document could be read on every side that there is. */
export function isReadable({ before, after }: Documents, { change }: ResourceChange): boolean {
  const isGone = change.after === null || change.after === undefined;
  return (isGone || isObject(after)) && (change.before === null || change.before === undefined || isObject(before));
}
