import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locateAnchor } from '../../../../services/brief/model/locate-anchor.ts';

const text = 'Lanternfish maps harbors. In 2024 it opened an office in Porto – its “third” one. Ada Holm leads it.';

function found(anchor: string): string | undefined {
  const span = locateAnchor(text, anchor);
  return span && text.slice(span.start, span.end);
}

describe('an anchor', () => {
  it.each([
    ['as it stands', 'opened an office in Porto', 'In 2024 it opened an office in Porto – its “third” one.'],
    ['with other punctuation', 'Porto - its "third" one', 'In 2024 it opened an office in Porto – its “third” one.'],
    ['in other case and spacing', '  ADA   holm ', 'Ada Holm leads it.'],
    [
      'over two sentences',
      'maps harbors. In 2024',
      'Lanternfish maps harbors. In 2024 it opened an office in Porto – its “third” one.',
    ],
  ])('is found %s, as the sentences it stands in', (_name, anchor, sentence) => {
    expect(found(anchor)).toBe(sentence);
  });

  it.each(['opened an office in Oslo', 'arbors', '…', '', '.*', '(harbors|x)+'])(
    'that does not stand there is not found: %s',
    (anchor) => {
      expect(found(anchor)).toBeUndefined();
    },
  );

  it('made of words of a text is found in it, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).map((any) => any.normalize('NFKC')),
        fc.nat(),
        fc.nat(),
        (any, from, length) => {
          // Prepare
          const words = any.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
          fc.pre(words.length > 0);
          const first = from % words.length;
          const chosen = words.slice(first, first + 1 + (length % 5));

          // Act
          const span = locateAnchor(any, chosen.join(' '));

          // Assess
          expect(any.slice(span?.start, span?.end).match(/[\p{L}\p{N}\p{M}]+/gu)).toEqual(
            expect.arrayContaining([chosen[0]]),
          );
        },
      ),
    );
  });
});
