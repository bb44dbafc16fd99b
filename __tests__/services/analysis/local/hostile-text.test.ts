import { describe, expect, test } from '@jest/globals';
import { pageOf } from '../../../conformance/source-of.ts';
import { analyze } from './analyze.ts';

/** Long enough that a quadratic part takes minutes and runs into the time limit: 80,000 letters without a space once took 8 s, four times that of half. */
const CHARACTERS = 120_000;

describe('very long passages', () => {
  test.each([
    ['one endless word', 'a'],
    ['one endless path', 'a/b-'],
    ['marks', '.,'],
    ['capitals', 'Acme '],
    ['titles', 'CTO Jane Doe, '],
    ['numbers', '1,2 % '],
    ['Katakana', 'ロボット'],
    ['one-letter lines', 'A & '],
  ])('%s are read in linear time', async (_, piece) => {
    // Prepare
    const page = pageOf('W1', [piece.repeat(CHARACTERS / piece.length)]);
    // Act
    const { usage, sources } = await analyze(page);
    // Assess
    expect(usage.characters).toBe(Math.floor(CHARACTERS / piece.length) * piece.length);
    expect(sources).toHaveLength(1);
  });
});
