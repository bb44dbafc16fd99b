import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block } from '../../../contracts/index.ts';
import { MAX_SOURCE_CHARACTERS } from '../../../contracts/index.ts';
import { buildPassages, MAX_PASSAGE_CHARACTERS } from '../../../services/sources/build-passages.ts';

const normalizedText = fc
  .array(fc.stringMatching(/^[\p{L}\p{N}.,!?]{1,40}$/u), { minLength: 1, maxLength: 60 })
  .map((words) => words.join(' '));

const block = fc.record({
  kind: fc.constantFrom('heading', 'paragraph', 'list_item', 'table_row', 'quote') as fc.Arbitrary<Block['kind']>,
  text: normalizedText,
  level: fc.integer({ min: 1, max: 6 }),
});

describe('buildPassages', () => {
  it('gives every passage the very words of the text at its offsets', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        // Act
        const { text, passages } = buildPassages('W1', blocks);

        // Assess
        for (const passage of passages) {
          expect(text.slice(passage.start, passage.end)).toBe(passage.text);
          expect(passage.text.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARACTERS);
        }
      }),
    );
  });

  it('loses no character of a block but white space at the cuts', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        // Act
        const { passages } = buildPassages('D1', blocks);

        // Assess
        const kept = passages
          .map(({ text }) => text)
          .join('')
          .replaceAll(' ', '');
        expect(kept).toBe(
          blocks
            .map(({ text }) => text)
            .join('')
            .replaceAll(' ', ''),
        );
      }),
    );
  });

  it('puts passages under the headings they stand under', () => {
    // Prepare
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: 'Acme' },
      { kind: 'heading', level: 2, text: 'Team' },
      { kind: 'paragraph', text: 'Mara leads.' },
      { kind: 'heading', level: 2, text: 'News' },
      { kind: 'list_item', text: 'We moved.', date: '2026-03-02' },
    ];

    // Act
    const { text, passages } = buildPassages('W2', blocks);

    // Assess
    expect(text).toBe('Acme\n\nTeam\nMara leads.\n\nNews\nWe moved.');
    expect(passages[2]).toMatchObject({ passage_id: 'W2.3', headings: ['Acme', 'Team'] });
    expect(passages[4]).toMatchObject({ passage_id: 'W2.5', headings: ['Acme', 'News'], date: '2026-03-02' });
  });

  it('says so when a text is longer than a source may be', () => {
    // Prepare
    const blocks: Block[] = Array.from({ length: 900 }, () => ({
      kind: 'paragraph',
      text: 'word '.repeat(100).trim(),
    }));

    // Act
    const { text, cut } = buildPassages('D1', blocks);

    // Assess
    expect(cut).toBe(true);
    expect(text.length).toBeLessThanOrEqual(MAX_SOURCE_CHARACTERS);
  });
});
