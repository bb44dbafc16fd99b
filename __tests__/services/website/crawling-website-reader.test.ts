import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../fixtures/wild-web/scenarios.ts';
import type { Scenario } from '../../fixtures/wild-web/wild-server.ts';
import { text } from '../../fixtures/wild-web/wild-server.ts';
import { pathsOf, readSite, rejectionOf, withSite } from './read-site.ts';

describe('a site that can be read', () => {
  it('gives its pages with kind, title and text, and counts every request', async () => {
    // Act
    const [content, host, asked] = await withSite(
      scenarios.healthySite,
      async (site) => [await readSite(site), site.host, site.paths.length] as const,
    );

    // Assess
    expect(pathsOf(content)).toEqual(['/', '/about', '/team', '/careers', '/products']);
    expect(content.pages.map((found) => found.page_kind)).toEqual(['home', 'about', 'team', 'careers', 'products']);
    expect(content.pages[1]?.blocks.map((block) => block.text).join(' ')).toContain(
      'Brightwell Instruments has worked on the company itself',
    );
    expect(content.requests).toEqual({ [host]: asked });
    expect(content.gaps).toEqual([]);
  });

  it('names itself with product and version', async () => {
    // Act
    const agents = await withSite(scenarios.onePageSite, async (site) => {
      await readSite(site);
      return site.requests.map((request) => request.headers['user-agent']);
    });

    // Assess
    expect(new Set(agents)).toEqual(new Set(['InterviewIntelligencePipeline/0.1']));
  });

  it('is content with one page', async () => {
    // Act
    const content = await withSite(scenarios.onePageSite, (site) => readSite(site));

    // Assess
    expect(pathsOf(content)).toEqual(['/']);
    expect(content.gaps).toEqual([]);
  });

  it('leaves out what robots.txt keeps back, and says how much', async () => {
    // Act
    const content = await withSite(scenarios.robotsDisallowCareers, (site) => readSite(site));

    // Assess
    expect(pathsOf(content)).not.toContain('/careers');
    expect(content.gaps).toEqual([
      expect.objectContaining({ sought: 'one page of the site', reason: expect.stringContaining('robots.txt') }),
    ]);
  });

  it('waits once as long as a busy server asks for', async () => {
    // Act
    const content = await withSite(scenarios.busyOnce(0), (site) => readSite(site));

    // Assess
    expect(content.pages).toHaveLength(5);
  });

  it('does not walk into a calendar', async () => {
    // Act
    const paths = await withSite(scenarios.calendarTrap, async (site) => {
      await readSite(site, { max_pages: 20 });
      return [...site.paths];
    });

    // Assess
    expect(paths.filter((path) => /\/calendar\/\d/.test(path))).toEqual([]);
  });

  it('reads a good page out of a sitemap of a million addresses without reading it to its end', async () => {
    // Act
    const content = await withSite(scenarios.millionUrlSitemap, (site) => readSite(site, { max_pages: 8 }));

    // Assess
    expect(pathsOf(content)).toEqual(
      expect.arrayContaining(['/', '/about', '/team', '/careers', '/products', '/values']),
    );
  });

  it('keeps to four requests at once, and to one where the site asks for a pause', async () => {
    // Act
    const [usual, paused] = await Promise.all(
      [scenarios.slowSite(30), scenarios.crawlDelay(0.01)].map((scenario) =>
        withSite(scenario, async (site) => {
          await readSite(site);
          return site.most_at_once();
        }),
      ),
    );

    // Assess
    expect(usual).toBeLessThanOrEqual(4);
    expect(paused).toBe(1);
  });
});

describe('the end of a reading', () => {
  it('at the deadline gives what was read and says what was not', async () => {
    // Prepare: home answers at once, everything else later than the deadline.
    const slow: Scenario = (path, request) => ({
      ...(scenarios.healthySite(path, request) ?? text('', 404)),
      ...(path === '/' || path === '/robots.txt' ? {} : { delay_milliseconds: 60_000 }),
    });

    // Act
    const content = await withSite(slow, (site) =>
      readSite(site, { deadline: new Date(Date.now() + 3_000) }, { request_timeout_milliseconds: 60_000 }),
    );

    // Assess
    expect(pathsOf(content)).toEqual(['/']);
    expect(content.gaps).toEqual([
      expect.objectContaining({
        reason: '4 further pages were not read: the deadline.',
        remedy: expect.stringContaining('--deadline'),
      }),
    ]);
  });

  it('before anything was read says that the deadline passed, in an error that is not tried again', async () => {
    // Act
    const error = await withSite(scenarios.slowSite(60_000), (site) =>
      rejectionOf(readSite(site, { deadline: new Date(Date.now() + 200) })),
    );

    // Assess
    expect(error.name).toBe('SiteUnavailableError');
    expect(error.message).toMatch(/\/ was not read before the deadline/);
    expect(error).toMatchObject({ remedy: expect.stringContaining('--deadline SECONDS') });
  });

  it('stops when the caller stops it', async () => {
    // Prepare
    const controller = new AbortController();
    const onProgress = () => controller.abort();

    // Act
    const content = await withSite(scenarios.slowSite(20), (site) =>
      readSite(site, { signal: controller.signal, onProgress }),
    );

    // Assess
    expect(content.pages).toHaveLength(1);
    expect(content.gaps[0]?.reason).toContain('it was interrupted');
  });

  it('tells the progress page by page', async () => {
    // Prepare
    const seen: number[] = [];

    // Act
    await withSite(scenarios.healthySite, (site) => readSite(site, { onProgress: ({ pages }) => seen.push(pages) }));

    // Assess
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
});
