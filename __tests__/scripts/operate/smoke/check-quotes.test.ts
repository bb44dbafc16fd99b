import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Brief } from '../../../../contracts/index.ts';
import { checkQuotes } from '../../../../scripts/operate/smoke/check-quotes.ts';

/** A brief of one quote, in the parts that are looked at. */
function briefOf(text: string, start: number, end: number, quote: string): Brief {
  const citation = { source_id: 'W1', passage_id: 'W1.1', start, end, quote };
  return {
    sections: [{ claims: [{ claim_id: 'what_they_do-1', citations: [citation] }] }],
    sources: [{ source_id: 'W1', sha256: createHash('sha256').update(text).digest('hex') }],
  } as unknown as Brief;
}

/** A text and a piece of it. */
const piece = fc
  .string({ minLength: 2, maxLength: 200, unit: 'grapheme' })
  .chain((text) =>
    fc
      .tuple(fc.nat({ max: text.length - 1 }), fc.integer({ min: 1, max: text.length }))
      .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
  )
  .filter(({ start, end }) => end > start);

describe('checkQuotes', () => {
  it('is content with every piece of the text at its place', () => {
    fc.assert(
      fc.property(piece, ({ text, start, end }) => {
        // Act
        const [checked] = checkQuotes(
          briefOf(text, start, end, text.slice(start, end)),
          new Map([['W1', { text, from: 'read again' }]]),
        );

        // Assess
        expect(checked?.verdict).toBe('exact');
      }),
    );
  });

  it('finds every quote that was changed, wherever its letters may stand', () => {
    fc.assert(
      fc.property(piece, fc.string({ minLength: 1, maxLength: 200 }), ({ text, start, end }, other) => {
        // Prepare
        fc.pre(other !== text.slice(start, end));

        // Act
        const [checked] = checkQuotes(briefOf(text, start, end, other), new Map([['W1', { text, from: 'stored' }]]));

        // Assess
        expect(checked?.verdict).toBe('missing');
      }),
    );
  });
});
