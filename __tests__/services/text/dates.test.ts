import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findDateRanges } from '../../../services/text/date-ranges.ts';
import { findDates, isoDate, longDate } from '../../../services/text/dates.ts';

const march = { year: 2026, month: 3, day: 3 };

describe('finding dates', () => {
  it.each([
    ['on 3 March 2026', march],
    ['March 3rd, 2026', march],
    ['2026-03-03', march],
    ['3. März 2026', march],
    ['3 de marzo de 2026', march],
    ['3 mars 2026', march],
    ['03.03.2026', march],
    ['2026/03/03', march],
    ['2026.3.3', march],
    ['2026年3月3日', march],
    ['Mar. 2026', { year: 2026, month: 3 }],
    ['03/2026', { year: 2026, month: 3 }],
    ['août 2026', { year: 2026, month: 8 }],
    ['juillet 2026', { year: 2026, month: 7 }],
    ['juin 2026', { year: 2026, month: 6 }],
  ])('%s', (text, expected) => {
    expect(findDates(text)).toEqual([{ ...expected, start: expect.any(Number), end: expect.any(Number) }]);
  });

  it.each([
    '2026',
    '03/04/2026',
    'we may 2026 times',
    'version 1.2.2026.1',
    'version 2026.3.3',
    'ver 12.2026.3.3',
    '45 March 2026 buses'.replace('45 ', '450 '),
  ])('sees no exact day in “%s”', (text) => {
    expect(findDates(text).filter(({ day }) => day !== undefined)).toEqual([]);
  });

  it('reads back what it writes, for any day', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        return [iso, longDate(iso)].every((text) => findDates(text).map(isoDate).join() === iso);
      }),
    );
  });
});

describe('finding ranges of months', () => {
  const today = new Date('2026-11-22');
  const months = (text: string) => findDateRanges(text, today).map(({ from, to }) => to - from + 1);

  it.each([
    ['March 2019 – Present', [93]],
    ['Jan 2020 - Mar 2020', [3]],
    ['03/2019 to 06/2021', [28]],
    ['2018-2021', [48]],
    ['2015/06 – 2017/01', [20]],
    ['2015-06 to present', [138]],
    ['2015.06—2017.01, 2017.02 – heute', [20, 118]],
    ['2015-06-01 – 2017-01-31', []],
    ['2015/06 – 2014/01', []],
    ['März 2018 bis heute', [105]],
    ['since 2019', []],
    ['Jan 2030 – Present', []],
    ['May 2021 – March 2020', []],
  ])('%s', (text, expected) => {
    expect(months(text)).toEqual(expected);
  });

  it('knows which ranges are exact to the month', () => {
    expect(findDateRanges('2018 – 2021', today)[0]?.exact).toBe(false);
    expect(findDateRanges('May 2018 – Present', today)[0]).toMatchObject({ exact: true, open: true });
  });
});
