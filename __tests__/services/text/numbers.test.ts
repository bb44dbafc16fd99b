import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findNumbers } from '../../../services/text/numbers.ts';

function values(text: string): number[] {
  return findNumbers(text).map(({ values: [first] }) => first ?? Number.NaN);
}

describe('finding numbers', () => {
  it.each([
    ['2.5 million users, 2,500,000 in all', [2_500_000, 2_500_000]],
    ['2 500 000 events and 1.234.567,89 euros', [2_500_000, 1_234_567.89]],
    ['twenty-five engineers, three hundred and twelve desks', [25, 312]],
    ['3k stars, $40M raised, €12.5bn', [3_000, 40_000_000, 12_500_000_000]],
    ['24/7', [24, 7]],
    ['5+ years, the 3rd office, the third one, 10x faster', [5, 3, 3, 10]],
    ['2,5 Millionen Kunden', [2_500_000]],
    ['١٢٣ buses', [123]],
    ['S3, p99 and B2B are names', []],
    ['one of us, a dozen of them', [12]],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('leaves both readings open where a separator may be either', () => {
    expect(findNumbers('2,500')[0]?.values).toEqual([2_500, 2.5]);
  });

  it('knows percent, currency and what is counted', () => {
    expect(findNumbers('40% of 12 engineers cost $9')).toMatchObject([
      { percent: true },
      { percent: false, counted: 'engin' },
      { currency: 'USD' },
    ]);
  });

  it('reads any whole number with and without separators alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const plain = findNumbers(`${value} buses`)[0]?.values ?? [];
        const grouped = findNumbers(`${value.toLocaleString('en-US')} buses`)[0]?.values ?? [];
        return plain.includes(value) && grouped.includes(value);
      }),
    );
  });
});
