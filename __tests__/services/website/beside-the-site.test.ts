import { describe, expect, it } from '@jest/globals';
import { page, paragraph } from '../../fixtures/wild-web/pages.ts';
import * as scenarios from '../../fixtures/wild-web/scenarios.ts';
import type { Scenario } from '../../fixtures/wild-web/wild-server.ts';
import { html, serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { pathsOf, readSite, withSite } from './read-site.ts';

describe('a home page that answers from elsewhere', () => {
  it('is followed to its new site, which is crawled, and the move is named', async () => {
    // Prepare
    const target = await serveScenario(scenarios.healthySite);
    const site = await serveScenario(scenarios.redirectsTo(target.url));

    // Act
    const content = await readSite(site, {}, { allow_hosts: [site.host, target.host] });
    await Promise.all([site.close(), target.close()]);

    // Assess
    expect(content.pages).toHaveLength(5);
    expect(content.pages.every((found) => found.url.startsWith(target.url))).toBe(true);
    expect(content.gaps).toEqual([
      expect.objectContaining({ where: site.url, reason: expect.stringContaining(`redirects to ${target.url}`) }),
    ]);
    expect(Object.keys(content.requests).sort()).toEqual([site.host, target.host].sort());
  });

  it('is found through a meta refresh', async () => {
    // Act
    const content = await withSite(
      (path, request) =>
        path === '/'
          ? html('<meta http-equiv="refresh" content="0; url=/about">')
          : scenarios.healthySite(path, request),
      (site) => readSite(site),
    );

    // Assess
    expect(content.pages[0]?.page_kind).toBe('home');
    expect(pathsOf(content)[0]).toBe('/about');
  });
});

describe('pages named beside the site', () => {
  it('are read first, and save a run whose site is ill', async () => {
    // Prepare
    const ill = await serveScenario(scenarios.challengePage(403));
    const other = await serveScenario(scenarios.healthySite);

    // Act
    const content = await readSite(
      ill,
      { also_urls: [`${other.url}about`], job_url: `${other.url}careers` },
      { allow_hosts: [ill.host, other.host] },
    );
    await Promise.all([ill.close(), other.close()]);

    // Assess
    expect(content.pages.map((found) => found.page_kind)).toEqual(['job_description', 'about']);
    expect(content.gaps).toEqual([
      expect.objectContaining({
        where: ill.url,
        error: 'SiteUnavailableError',
        remedy: expect.stringContaining('--document saved.html'),
      }),
    ]);
  });

  it('become gaps with the remedy when they cannot be read', async () => {
    // Act
    const content = await withSite(scenarios.healthySite, (site) =>
      readSite(site, { also_urls: ['http://192.168.1.1/'], job_url: `${site.url}gone` }),
    );

    // Assess
    expect(content.gaps).toEqual([
      expect.objectContaining({ sought: 'the job description', remedy: expect.stringContaining('--job -') }),
      expect.objectContaining({
        where: 'http://192.168.1.1/',
        error: 'RejectedInputError',
        remedy: expect.stringContaining('--document saved.html'),
      }),
    ]);
    expect(content.pages.length).toBeGreaterThan(3);
  });
});

describe('what belongs to the company beside its site', () => {
  it('is the career board that it links: listing and roles', async () => {
    // Prepare: names are resolved to this machine, so that the board has the address it has in the world.
    const board: Scenario = (path) => {
      if (path === '/brightwell')
        return html(
          page('Jobs at Brightwell', paragraph('open roles'), [
            ['/brightwell/0a1b', 'Firmware Engineer'],
            ['/other', 'Other company'],
          ]),
        );
      return path === '/brightwell/0a1b' ? html(page('Firmware Engineer', paragraph('firmware'))) : undefined;
    };
    const boardSite = await serveScenario(board);
    const boardUrl = `http://jobs.lever.co:${boardSite.port}/brightwell`;
    const site = await serveScenario((path) =>
      path === '/' ? html(page('Brightwell', paragraph('instruments'), [[boardUrl, 'Open roles']])) : undefined,
    );

    // Act
    const content = await readSite(
      site,
      {},
      { allow_hosts: [site.host, `jobs.lever.co:${boardSite.port}`], resolve: async () => ['127.0.0.1'] },
    );
    await Promise.all([site.close(), boardSite.close()]);

    // Assess
    expect(content.pages.map((found) => [found.page_kind, found.title])).toEqual([
      ['home', 'Brightwell'],
      ['careers', 'Jobs at Brightwell'],
      ['role', 'Firmware Engineer'],
    ]);
  });

  it('is a home page that was named twice, read once', async () => {
    // Act
    const [content, paths] = await withSite(
      scenarios.healthySite,
      async (site) =>
        [await readSite(site, { also_urls: [`${site.url}#top`, `${site.url}about/`] }), [...site.paths]] as const,
    );

    // Assess
    expect(paths.filter((path) => path === '/')).toHaveLength(1);
    expect(content.pages[0]?.page_kind).toBe('home');
  });
});
