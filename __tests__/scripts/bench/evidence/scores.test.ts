import { describe, expect, test } from '@jest/globals';
import { worstOf } from '../../../../scripts/bench/evidence/measure.ts';
import { holdsWords, joinLineEndHyphens, mean, wordScores } from '../../../../scripts/bench/evidence/scores.ts';

describe('word scores', () => {
  test('count repetitions: a word found twice is right once when it was expected once', () => {
    // Act
    const scores = wordScores('tide tide harbor', 'Tide, harbor, pilot');

    // Assess
    expect(scores.precision).toBeCloseTo(2 / 3);
    expect(scores.recall).toBeCloseTo(2 / 3);
    expect(scores.f1).toBeCloseTo(2 / 3);
  });

  test.each([
    ['', '', 1],
    ['tide', '', 0],
    ['', 'tide', 0],
  ])('of %j against %j are %d', (found, expected, f1) => {
    expect(wordScores(found, expected).f1).toBe(f1);
  });

  test('know a snippet by its words, and a word cut at a line end as whole', () => {
    expect(holdsWords('High water\n | at 04:12', 'high water at 04:12')).toBe(true);
    expect(holdsWords('High water at 04:12', 'low water')).toBe(false);
    expect(joinLineEndHyphens('har-\nbor and sea-\nLevel')).toBe('harbor and sea-\nLevel');
  });

  test('put the worst first and leave out what is right', () => {
    // Prepare
    const cases = [1, 0.5, 0, 0.9].map((score) => ({ id: String(score), score, reason: '' }));

    // Act and assess
    expect(worstOf(cases).map(({ id }) => id)).toEqual(['0', '0.5', '0.9']);
    expect(mean([])).toBe(1);
  });
});
