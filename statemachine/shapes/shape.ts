import type { StateContract } from '../../contracts/index.ts';

/**
 * What is known of a JSON value before it is there: the part of JSON Schema that the contracts' schemas use. An empty shape is a
 * value of which nothing is known.
 */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape | boolean;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly maximum?: number;
}

/** A value of which nothing is known. */
export const UNKNOWN: Shape = {};

/** A string of which nothing more is known. */
export const STRING: Shape = { type: 'string' };

/** Step Functions' error output: what a Catch writes at its `ResultPath`. AWS gives an empty Cause where there is none, e.g. with States.Timeout. */
export const ERROR_OUTPUT: Shape = objectOf({ Error: STRING, Cause: STRING });

/** The context object `$$`, without `Map` and the callback token, which this machine does not use. */
export const CONTEXT_OBJECT: Shape = objectOf({
  Execution: objectOf({ Id: STRING, Input: UNKNOWN, Name: STRING, RoleArn: STRING, StartTime: STRING }),
  State: objectOf({ EnteredTime: STRING, Name: STRING, RetryCount: { type: 'integer' } }),
  StateMachine: objectOf({ Id: STRING, Name: STRING }),
});

/** The shape of an object that has exactly these fields, every one of them always. */
export function objectOf(properties: { readonly [name: string]: Shape }): Shape {
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** The shape of a value that has one of several shapes; duplicates are put together. */
export function anyOf(shapes: readonly Shape[]): Shape {
  const distinct = [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
  return distinct.length === 1 && distinct[0] ? distinct[0] : { anyOf: distinct };
}

/** The shapes a value may have, one by one: of a union its members, of several types each type. */
export function alternatives(shape: Shape): readonly Shape[] {
  const union = shape.anyOf ?? shape.oneOf;
  if (union) return union.flatMap(alternatives);
  return Array.isArray(shape.type) ? shape.type.map((type: string) => ({ ...shape, type })) : [shape];
}

/** The shape of a value that stands in the file as it is. */
export function literalShape(value: unknown): Shape {
  if (Array.isArray(value)) return { type: 'array', prefixItems: value.map(literalShape) };
  if (value !== null && typeof value === 'object')
    return objectOf(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, literalShape(each)])));
  if (value === null) return { type: 'null' };
  return { type: Number.isInteger(value) ? 'integer' : typeof value, const: value };
}

/** The shape that a contract's schema takes (`input`: before defaults are filled in) or gives (`output`). */
export function shapeOfSchema(schema: StateContract['input'], io: 'input' | 'output'): Shape {
  return schema.toJSONSchema({ io, unrepresentable: 'any' }) as Shape;
}
