import { describe, expect, it } from '@jest/globals';
import { findSlashDates } from '../../../services/text/slash-dates.ts';

describe('dates of numbers and slashes', () => {
  it.each([
    ['Publié le 12/06/2026 à Paris', { day_first: '2026-06-12', month_first: '2026-12-06' }],
    ['25/06/2026', { day_first: '2026-06-25' }],
    ['06/25/2026', { month_first: '2026-06-25' }],
  ])('are read in every order that gives a day: %s', (text, expected) => {
    expect(findSlashDates(text)).toEqual([{ ...expected, start: expect.any(Number), end: expect.any(Number) }]);
  });

  it.each(['2026/06/12', '1/2/3/2026', 'section 12/06'])('are not seen in %s', (text) => {
    expect(findSlashDates(text)).toEqual([]);
  });
});
