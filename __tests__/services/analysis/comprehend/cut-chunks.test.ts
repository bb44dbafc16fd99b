import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutChunks } from '../../../../services/analysis/comprehend/cut-chunks.ts';
import { splitByBytes } from '../../../../services/analysis/comprehend/split-bytes.ts';
import { pageOf } from '../../../conformance/source-of.ts';

/** The documented limit of a document in a batch. */
const LIMIT = 5_000;

const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'Wärmepumpen heizen das Haus. ',
          'Heat pumps work. ',
          '熱ポンプ。',
          ' ',
          'e\u0301',
          '👩‍💻',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((length) => '長い'.repeat(length)) },
    ),
    { maxLength: 300 },
  )
  .map((parts) => parts.join(''));

describe('splitByBytes', () => {
  test('every piece is within the limit and joined they are the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 600 }), (text, limit) => {
        // Act
        const pieces = splitByBytes(text, limit);
        // Assess
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(limit);
          expect(piece).not.toBe('');
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['at sentence ends', 'One is here. Two is there. Three.', 28, ['One is here. Two is there. ', 'Three.']],
    ['at word ends in longer sentences', 'one two three four', 9, ['one two ', 'three ', 'four']],
    ['between characters in longer words', 'ééé', 4, ['éé', 'é']],
    ['not within a joined emoji', '👩‍💻👩‍💻', 12, ['👩‍💻', '👩‍💻']],
  ])('cuts %s', (_, text, limit, pieces) => {
    expect(splitByBytes(text, limit)).toEqual(pieces);
  });
});

describe('cutChunks', () => {
  test('every chunk is within the limit, and the pieces of a passage joined are the passage', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyText.filter((text) => text !== ''),
          { maxLength: 6 },
        ),
        (texts) => {
          // Prepare
          const { passages } = pageOf('W1', texts);
          // Act
          const chunks = cutChunks(passages);
          // Assess
          for (const { text, pieces } of chunks) {
            expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMIT);
            expect(pieces.map((piece) => piece.text).join('\n')).toBe(text);
            for (const piece of pieces) {
              expect(text.slice(piece.at, piece.at + piece.text.length)).toBe(piece.text);
              expect(piece.passage.text.slice(piece.from, piece.from + piece.text.length)).toBe(piece.text);
            }
          }
          const pieces = chunks.flatMap((chunk) => chunk.pieces);
          expect(
            passages.map((passage) =>
              pieces
                .filter((piece) => piece.passage === passage)
                .map(({ text }) => text)
                .join(''),
            ),
          ).toEqual(passages.map(({ text }) => text));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('short passages share a chunk, because each is billed 300 characters at least', () => {
    expect(cutChunks(pageOf('W1', ['Heat pumps', 'Pricing', 'Contact']).passages).map(({ text }) => text)).toEqual([
      'Heat pumps\nPricing\nContact',
    ]);
  });
});
