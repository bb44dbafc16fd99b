import { describe, expect, it } from '@jest/globals';
import { missingDocstrings } from '../../scripts/missing-docstrings.ts';
import { parseSource } from '../../scripts/source-files.ts';

/** The findings of a file with this text, as the check prints them. */
function findings(text: string): string[] {
  return missingDocstrings(parseSource('services/a.ts', text)).map(({ line, message }) => `${line} ${message}`);
}

describe('missingDocstrings', () => {
  it.each([
    ['a function', 'export function a(): void {}', '1 a has no docstring'],
    ['a class', '\nexport class A {}', '2 A has no docstring'],
    ['an interface', 'export interface A {}', '1 A has no docstring'],
    ['a type', 'export type A = string;', '1 A has no docstring'],
    ['a schema', 'export const A = z.string();', '1 A has no docstring'],
    ['a default export', 'export default {};', '1 default has no docstring'],
    ['a function with tags alone', '/** @internal */\nexport function a(): void {}', '2 a has no docstring'],
    ['a function with an ordinary comment', '// adds\nexport function a(): void {}', '2 a has no docstring'],
  ])('finds %s', (_what, text, finding) => {
    expect(findings(text)).toEqual([finding]);
  });

  it.each([
    ['a documented function', '/** Adds. */\nexport function a(): void {}'],
    [
      'a documented schema with its inferred type',
      '/** A name. */\nexport const A = z.string();\nexport type A = z.infer<typeof A>;',
    ],
    [
      'overloads with one comment',
      '/** Adds. */\nexport function a(b: string): void;\nexport function a(b: number): void;',
    ],
    ['what is not exported', 'function a(): void {}'],
    ['what is exported again from elsewhere', "export { a } from './a.ts';\nexport * from './b.ts';"],
  ])('is content with %s', (_what, text) => {
    expect(findings(text)).toEqual([]);
  });
});
