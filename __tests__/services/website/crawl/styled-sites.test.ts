import { describe, expect, it } from '@jest/globals';
import { STYLED_SITES, siteOfPages } from '../../../fixtures/wild-web/styled-sites.ts';
import { serveScenario } from '../../../fixtures/wild-web/wild-server.ts';
import { readSite } from '../read-site.ts';

describe.each(Object.entries(STYLED_SITES))('a site of 200 pages with %s', (_style, { home, pages }) => {
  it('is read for at least eleven of the twelve pages that an interviewee needs, with a budget of twelve', async () => {
    // Prepare
    const site = await serveScenario(siteOfPages(home, pages));

    // Act
    const content = await readSite(site, { max_pages: 12 });
    await site.close();

    // Assess
    const wanted = new Set(pages.filter((page) => page.wanted).map(({ path }) => path));
    const read = content.pages.map(({ url }) => new URL(url)).map(({ pathname, search }) => `${pathname}${search}`);
    expect(wanted.size).toBe(12);
    expect(pages.length).toBeGreaterThanOrEqual(190);
    expect(read.filter((path) => !wanted.has(path))).toEqual([home.path]);
    expect(read).toHaveLength(12);
  });
});
