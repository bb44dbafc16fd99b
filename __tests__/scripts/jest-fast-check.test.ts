import { expect, it } from '@jest/globals';
import type { Parameters } from 'fast-check';
import fc from '../../scripts/jest-fast-check.ts';

function casesOf(parameters?: Parameters<[number]>): number[] {
  const seen: number[] = [];
  fc.assert(
    fc.property(fc.nat(), (number) => {
      seen.push(number);
    }),
    parameters,
  );
  return seen;
}

it('gives a property the same cases each time, and others to another seed', () => {
  // Act
  const [first, second, other] = [casesOf(), casesOf(), casesOf({ seed: 1 })];

  // Assess
  expect(second).toEqual(first);
  expect(other).not.toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(50);
});

it('gives a property as many cases as it asks for, a hundred when it names no number', () => {
  // Act
  const counts = [casesOf(), casesOf({ numRuns: 7 })].map((cases) => cases.length);

  // Assess
  expect(counts).toEqual([100, 7]);
});
