import type { PathStep } from './reference-path.ts';
import type { Resolution } from './resolve-path.ts';
import { typeName } from './resolve-path.ts';
import type { Shape } from './shape.ts';
import { alternatives, anyOf, objectOf } from './shape.ts';

/** The shape of a state after `ResultPath` has put a value into it: objects on the way that are not there are made, as Step Functions does. */
export function putAtPath(shape: Shape, steps: readonly PathStep[], value: Shape): Resolution {
  const [step, ...rest] = steps;
  if (step === undefined) return { shape: value };
  if (typeof step === 'number') return { problem: `ResultPath must not lead into an array, as [${step}] does` };
  const results: Shape[] = [];
  for (const alternative of alternatives(shape)) {
    if (alternative.type !== undefined && alternative.type !== 'object')
      return { problem: `"${step}" cannot be put into a value of type ${typeName(alternative)}` };
    const inner = putAtPath(alternative.properties?.[step] ?? objectOf({}), rest, value);
    if ('problem' in inner) return inner;
    results.push(withField(alternative, step, inner.shape));
  }
  return { shape: anyOf(results) };
}

function withField(shape: Shape, name: string, field: Shape): Shape {
  return {
    ...shape,
    type: 'object',
    properties: { ...shape.properties, [name]: field },
    required: [...new Set([...(shape.required ?? []), name])],
  };
}
