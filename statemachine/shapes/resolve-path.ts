import type { PathStep } from './reference-path.ts';
import type { Shape } from './shape.ts';
import { alternatives, anyOf } from './shape.ts';

/** Where a path leads: to a value of a shape, or nowhere, and why. */
export type Resolution = { readonly shape: Shape } | { readonly problem: string };

/** Follows a path into a shape. A path resolves when it leads to a value in every value that the shape allows. */
export function resolvePath(shape: Shape, steps: readonly PathStep[]): Resolution {
  const [step, ...rest] = steps;
  if (step === undefined) return { shape };
  const found: Shape[] = [];
  for (const alternative of alternatives(shape)) {
    const next = typeof step === 'number' ? elementOf(alternative, step) : fieldOf(alternative, step);
    const resolution = 'shape' in next ? resolvePath(next.shape, rest) : next;
    if ('problem' in resolution) return resolution;
    found.push(resolution.shape);
  }
  return { shape: anyOf(found) };
}

function fieldOf(shape: Shape, name: string): Resolution {
  if (shape.type === undefined && !shape.properties) return { shape: {} };
  if (shape.type !== 'object') return { problem: `"${name}" is sought in a value of type ${typeName(shape)}` };
  const field = shape.properties?.[name];
  const there = Object.keys(shape.properties ?? {}).join(', ');
  if (!field) return { problem: `"${name}" is not there; there are: ${there || 'no fields'}` };
  if (!shape.required?.includes(name)) return { problem: `"${name}" may be absent` };
  return { shape: field };
}

function elementOf(shape: Shape, index: number): Resolution {
  if (shape.type === undefined && !shape.prefixItems) return { shape: {} };
  if (shape.type !== 'array') return { problem: `[${index}] is sought in a value of type ${typeName(shape)}` };
  const element = shape.prefixItems?.[index];
  return element ? { shape: element } : { problem: `[${index}] may be absent` };
}

/** The type of a shape in words. */
export function typeName(shape: Shape): string {
  return typeof shape.type === 'string' ? shape.type : (shape.type?.join(' or ') ?? 'any');
}
