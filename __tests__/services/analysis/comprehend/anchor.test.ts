import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anchor } from '../../../../services/analysis/comprehend/anchor.ts';

/** Text whose characters have one or two code units, and one or more code points. */
const anyWord = fc.constantFrom('Acme', '👩‍💻', 'José', 'Jose\u0301', '𝒜cme', 'Zoë', '🏳️‍🌈', '東京', '😀', '-', 'नमस्ते');

const WORDS = fc.array(anyWord, { minLength: 1, maxLength: 12 });

describe('anchor', () => {
  test.each(['code points', 'code units'])('finds every place when offsets count %s', (unit) => {
    fc.assert(
      fc.property(WORDS, (words) => {
        // Prepare
        const text = words.join(' ');
        const starts = words.map((_, index) => words.slice(0, index).reduce((sum, word) => sum + word.length + 1, 0));
        const offset = (at: number): number => (unit === 'code units' ? at : [...text.slice(0, at)].length);
        const found = words.map((Text, index) => ({
          Text,
          BeginOffset: offset(starts[index] ?? 0),
          EndOffset: offset((starts[index] ?? 0) + Text.length),
        }));
        // Act
        const spans = anchor(text, found);
        // Assess
        expect(spans).toEqual(
          words.map((word, index) => ({ start: starts[index], end: (starts[index] ?? 0) + word.length })),
        );
      }),
    );
  });

  test('takes the nearest place when the offset is neither, as bytes are', () => {
    // Prepare
    const text = 'Zoë met Acme. Then Zoë left Acme.';
    const bytes = Buffer.byteLength('Zoë met Acme. Then Zoë left ');
    // Act
    const [span] = anchor(text, [{ Text: 'Acme', BeginOffset: bytes, EndOffset: bytes + 4 }]);
    // Assess
    expect(span).toEqual({ start: text.lastIndexOf('Acme'), end: text.lastIndexOf('Acme') + 4 });
  });

  test('gives no place to what is not in the text', () => {
    expect(anchor('Heat pumps', [{ Text: 'heat pumps', BeginOffset: 0, EndOffset: 10 }, {}])).toEqual([
      undefined,
      undefined,
    ]);
  });
});
