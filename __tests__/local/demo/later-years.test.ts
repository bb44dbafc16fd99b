import { describe, expect, it } from '@jest/globals';
import { withLaterYears, yearsGoneBy } from '../../../local/demo/later-years.ts';
import { serveDemoSite } from '../../../local/demo/serve-demo-site.ts';

const YEAR_MS = 31_556_952_000;

/** The days of the posts that a site lists, in milliseconds, and which of its own links lead nowhere. */
async function newsOn(now: Date): Promise<{ readonly days: number[]; readonly broken: string[] }> {
  const site = await serveDemoSite(now);
  const news = await (await fetch(`${site.url}news/`)).text();
  const links = Array.from(news.matchAll(/href="(\/[^"#]*)"/g), ([, path = '']) => new URL(path, site.url).href);
  const statuses = await Promise.all(links.map(async (url) => [(await fetch(url)).status, url] as const));
  await site.close();
  return {
    days: Array.from(news.matchAll(/datetime="([^"]+)"/g), ([, day = '']) => Date.parse(day)),
    broken: statuses.flatMap(([status, url]) => (status === 200 ? [] : [new URL(url).pathname])),
  };
}

describe('the site of the demonstration', () => {
  it.each(['2026-11-22', '2028-07-01', '2031-11-21', '2041-01-15'])(
    'has news of the year before, and no other broken link than the one it is meant to have, on %s',
    async (day) => {
      // Prepare
      const now = new Date(`${day}T12:00:00Z`);

      // Act
      const { days, broken } = await newsOn(now);

      // Assess
      expect(days.length).toBeGreaterThan(5);
      expect(Math.max(...days)).toBeLessThanOrEqual(now.getTime());
      expect(now.getTime() - Math.max(...days)).toBeLessThan(1.1 * YEAR_MS);
      expect(broken).toEqual(['/careers/apprenticeships/']);
    },
  );
});

describe('withLaterYears', () => {
  it('moves years, and no other number', () => {
    // Act
    const moved = withLaterYears(
      '2026-11-12T09:00, in 2014, 2,026 pipes, 20.26, 202612, /news/funding-2026/, €2031.',
      2,
    );

    // Assess
    expect(moved).toBe('2028-11-12T09:00, in 2016, 2,026 pipes, 20.26, 202612, /news/funding-2028/, €2033.');
  });

  it('begins a year after the site was written', () => {
    // Act
    const years = ['2025-01-01', '2026-11-22', '2027-11-21', '2027-11-23', '2036-12-01'].map((day) =>
      yearsGoneBy(new Date(day)),
    );

    // Assess
    expect(years).toEqual([0, 0, 0, 1, 10]);
  });
});
