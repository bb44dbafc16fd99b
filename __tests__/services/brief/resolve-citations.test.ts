import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_QUOTE_WORDS } from '../../../contracts/index.ts';
import { countWords } from '../../../services/brief/count-words.ts';
import { indexPassages, resolveCitations } from '../../../services/brief/resolve-citations.ts';
import { buildPassages } from '../../../services/sources/build-passages.ts';
import { page } from '../../fixtures/brief/sources.ts';

const long = `${'The depot hums all night while nobody counts the chargers. '.repeat(6)}Tideplan keeps the bill low. ${'Rain falls on the yard and the roof and the road. '.repeat(5)}`;

function source(text: string) {
  return page({ id: 'W1', kind: 'about', url: 'https://lanternfish.example/about', title: 'About', text });
}

function resolve(
  text: string,
  drafts: Parameters<typeof resolveCitations>[0],
  statement = 'Tideplan keeps the bill low.',
) {
  return resolveCitations(drafts, statement, indexPassages([source(text)])).map(({ citation }) => citation);
}

describe('a citation', () => {
  it('carries the words of the source, and where they stand in its text', () => {
    const text = '# About\nWe build software.\nTideplan keeps the bill low.';
    const [citation] = resolve(text, [{ passage_id: 'W1.3', start: 0, end: 8 }]);
    expect(citation).toMatchObject({ source_id: 'W1', passage_id: 'W1.3', quote: 'Tideplan' });
    const whole = buildPassages('W1', [
      { kind: 'heading', level: 1, text: 'About' },
      { kind: 'paragraph', text: 'We build software.' },
      { kind: 'paragraph', text: 'Tideplan keeps the bill low.' },
    ]).text;
    expect(whole.slice(citation?.start, citation?.end)).toBe('Tideplan');
  });

  it.each([
    ['an unknown passage', { passage_id: 'W9.9' }],
    ['an empty span', { passage_id: 'W1.1', start: 4, end: 4 }],
    ['a span that ends before it starts', { passage_id: 'W1.1', start: 9, end: 2 }],
    ['a span beyond the passage', { passage_id: 'W1.1', start: 900, end: 950 }],
    ['a span without a word', { passage_id: 'W1.1', start: 2, end: 3 }],
    ['a span that is no number', { passage_id: 'W1.1', start: Number.NaN, end: Number.NaN }],
  ])('is left out for %s', (_, draft) => {
    expect(resolve('We build software.', [draft])).toEqual([]);
  });

  it('is given once when it is given twice', () => {
    expect(resolve('We build software.', [{ passage_id: 'W1.1' }, { passage_id: 'W1.1' }])).toHaveLength(1);
  });

  it('keeps of a long passage the sentences that carry the statement', () => {
    const [citation] = resolve(long, [{ passage_id: 'W1.1' }]);
    expect(citation?.quote).toContain('Tideplan keeps the bill low.');
    expect(countWords(citation?.quote ?? '')).toBeLessThanOrEqual(MAX_QUOTE_WORDS);
  });

  it('keeps of a long sentence the words that carry the statement', () => {
    const endless =
      `${'alpha beta gamma '.repeat(30)}Tideplan keeps the bill low ${'delta epsilon '.repeat(20)}`.trim();
    const [citation] = resolve(endless, [{ passage_id: 'W1.1' }]);
    expect(citation?.quote).toContain('Tideplan keeps the bill low');
    expect(countWords(citation?.quote ?? '')).toBeLessThanOrEqual(MAX_QUOTE_WORDS);
  });

  it('is a piece of the text at its offsets, for any span of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.integer({ min: -5, max: 220 }),
        fc.integer({ min: -5, max: 220 }),
        (raw, start, end) => {
          const text = raw.replace(/\s+/gu, ' ').trim();
          if (text === '') return true;
          const built = buildPassages('W1', [{ kind: 'paragraph', text }]);
          const { source: from } = source('x');
          const resolved = resolveCitations(
            [{ passage_id: 'W1.1', start, end }],
            text,
            indexPassages([{ source: from, passages: [...built.passages] }]),
          );
          return resolved.every(
            ({ citation }) =>
              built.text.slice(citation.start, citation.end) === citation.quote &&
              citation.quote.trim() === citation.quote &&
              citation.quote.isWellFormed(),
          );
        },
      ),
    );
  });
});
