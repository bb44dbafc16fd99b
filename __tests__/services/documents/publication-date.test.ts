import { describe, expect, it } from '@jest/globals';
import { publicationDate } from '../../../services/documents/publication-date.ts';

function dateOf(...lines: readonly string[]) {
  return publicationDate(lines.map((text) => ({ kind: 'paragraph', text, page: 1 })));
}

describe('the date of a document', () => {
  it.each([
    ['Published: March 12, 2026', '2026-03-12'],
    ['Odense, 12 March 2026', '2026-03-12'],
    ['Press release – 12 March 2026', '2026-03-12'],
    ['Stand: 12. März 2026', '2026-03-12'],
    ['2026-03-12', '2026-03-12'],
  ])('is the one that stands alone near its start: %s', (line, expected) => {
    // Assess
    expect(dateOf('Annual report', line, 'Acme sold more lanterns.')).toBe(expected);
  });

  it.each([
    ['a date in a sentence', 'Acme was founded on 12 March 2019 in Odense.'],
    ['the beginning and end of something', '12 March 2019 – 4 May 2020'],
    ['a day of birth', 'Date of birth: 12 March 1994'],
    ['a month', 'Published: March 2026'],
  ])('is not %s', (_name, line) => {
    // Assess
    expect(dateOf('Annual report', line)).toBeUndefined();
  });

  it('is not one that stands far inside', () => {
    // Assess
    expect(
      dateOf(...Array.from({ length: 12 }, (_, index) => `Paragraph ${index}.`), 'Odense, 12 March 2026'),
    ).toBeUndefined();
  });
});
