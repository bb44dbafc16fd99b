import { typeName } from './resolve-path.ts';
import type { Shape } from './shape.ts';
import { alternatives } from './shape.ts';

/**
 * What stands against giving a value of one shape where another is expected: a field that is missing or may be absent, a type or a constant
 * that differs. What is not known of either side stands against nothing; lengths, patterns and ranges are left to the parsing at run time.
 */
export function mismatches(actual: Shape, expected: Shape, where = ''): string[] {
  const wanted = alternatives(expected);
  return alternatives(actual).flatMap((given) => {
    const attempts = wanted.map((each) => mismatchesOfOne(given, each, where));
    return attempts.some((found) => found.length === 0)
      ? []
      : (attempts.toSorted((a, b) => a.length - b.length)[0] ?? []);
  });
}

function mismatchesOfOne(actual: Shape, expected: Shape, where: string): string[] {
  const surplus = typesOf(actual).filter((type) => !accepts(expected, type));
  if (surplus.length > 0)
    return [`${where || 'the value'} may be ${surplus.join(' or ')}, expected is ${typeName(expected)}`];
  return [
    ...valueMismatches(actual, expected, where),
    ...fieldMismatches(actual, expected, where),
    ...elementMismatches(actual, expected, where),
  ];
}

function valueMismatches(actual: Shape, expected: Shape, where: string): string[] {
  const allowed = valuesOf(expected);
  const surplus = allowed ? (valuesOf(actual) ?? []).filter((value) => !allowed.includes(value)) : [];
  return surplus.map(
    (value) => `${where || 'the value'} may be ${JSON.stringify(value)}, expected is ${JSON.stringify(allowed)}`,
  );
}

function fieldMismatches(actual: Shape, expected: Shape, where: string): string[] {
  if (!actual.properties || !expected.properties) return [];
  const given = actual.properties;
  return Object.entries(expected.properties).flatMap(([name, shape]) => {
    const field = given[name];
    const label = where ? `${where}.${name}` : name;
    const required = expected.required?.includes(name) ?? false;
    if (!field) return required ? [`${label} is missing`] : [];
    const absent = required && !actual.required?.includes(name) ? [`${label} may be absent`] : [];
    return [...absent, ...mismatches(field, shape, label)];
  });
}

function elementMismatches(actual: Shape, expected: Shape, where: string): string[] {
  if (typeof actual.items !== 'object' || typeof expected.items !== 'object') return [];
  return mismatches(actual.items, expected.items, `${where}[]`);
}

function typesOf(shape: Shape): readonly string[] {
  return typeof shape.type === 'string' ? [shape.type] : (shape.type ?? []);
}

function accepts(expected: Shape, type: string): boolean {
  const types = typesOf(expected);
  return types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
}

function valuesOf(shape: Shape): readonly unknown[] | undefined {
  return shape.const === undefined ? shape.enum : [shape.const];
}
