import { describe, expect, it } from '@jest/globals';
import {
  generatedSite,
  numberedSite,
  WANTED_PATHS,
  WANTED_TITLES_BY_LANGUAGE,
} from '../../../fixtures/wild-web/generated-site.ts';
import { serveScenario } from '../../../fixtures/wild-web/wild-server.ts';
import { pathsOf, readSite } from '../read-site.ts';

describe('a site of 200 pages with a budget of twelve', () => {
  it('reads at least eleven of the twelve pages that an interviewee needs', async () => {
    // Prepare
    const site = await serveScenario(generatedSite);

    // Act
    const content = await readSite(site, { max_pages: 13 });
    const tight = await readSite(site, { max_pages: 12 });
    await site.close();

    // Assess
    const wanted = new Set<string>(WANTED_PATHS);
    expect(pathsOf(content).filter((path) => !wanted.has(path))).toEqual(['/']);
    expect(pathsOf(tight).filter((path) => wanted.has(path)).length).toBeGreaterThanOrEqual(11);
    expect(tight.pages).toHaveLength(12);
  });

  it('puts the home page first and knows each page for what it is', async () => {
    // Prepare
    const site = await serveScenario(generatedSite);

    // Act
    const content = await readSite(site, { max_pages: 13 });
    await site.close();

    // Assess
    const kinds = Object.fromEntries(content.pages.map((page) => [new URL(page.url).pathname, page.page_kind]));
    expect(content.pages[0]?.page_kind).toBe('home');
    expect(kinds).toMatchObject({
      '/about-us': 'about',
      '/company/leadership': 'team',
      '/careers/product-designer': 'role',
      '/newsroom': 'news',
      '/pricing': 'pricing',
      '/company/values': 'values',
      '/engineering': 'engineering',
      '/customers': 'customers',
    });
  });

  it.each(Object.entries(WANTED_TITLES_BY_LANGUAGE))(
    'does so by the texts of links alone, in %s',
    async (_language, titles) => {
      // Prepare
      const site = await serveScenario(numberedSite(titles));

      // Act
      const content = await readSite(site, { max_pages: 12 });
      await site.close();

      // Assess
      const read = content.pages.map((page) => page.title);
      expect(read.filter((title) => titles.includes(title)).length).toBeGreaterThanOrEqual(11);
    },
  );
});
