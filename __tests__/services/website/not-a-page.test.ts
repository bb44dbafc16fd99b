import { describe, expect, it } from '@jest/globals';
import { page, paragraph } from '../../fixtures/wild-web/pages.ts';
import type { Scenario } from '../../fixtures/wild-web/wild-server.ts';
import { html } from '../../fixtures/wild-web/wild-server.ts';
import { pathsOf, readSite, withSite } from './read-site.ts';

describe('what is not a page of its own', () => {
  const titled = (title: string, subject: string, links: readonly (readonly [string, string])[] = []) =>
    html(page(title, paragraph(subject), links));

  it('drops copies under another address', async () => {
    // Prepare
    const copies: Scenario = (path) => {
      if (path === '/')
        return titled('Brightwell', 'instruments', [
          ['/about', 'About'],
          ['/company-overview', 'Company overview'],
          ['/team', 'Team'],
        ]);
      if (path === '/about' || path === '/company-overview') return titled('About Brightwell', 'the company');
      return path === '/team' ? titled('Team', 'leadership') : undefined;
    };

    // Act
    const content = await withSite(copies, (site) => readSite(site));

    // Assess
    expect(content.pages.map((found) => found.title).sort()).toEqual(['About Brightwell', 'Brightwell', 'Team']);
  });

  it('reads one language only', async () => {
    // Prepare
    const bilingual: Scenario = (path) => {
      if (path === '/')
        return titled('Brightwell', 'instruments', [
          ['/about', 'About'],
          ['/de/ueber-uns', 'Deutsch'],
          ['/fr-ca/a-propos', 'Français'],
        ]);
      return path === '/robots.txt' || path === '/sitemap.xml' ? undefined : titled(path, path);
    };

    // Act
    const content = await withSite(bilingual, (site) => readSite(site));

    // Assess
    expect(pathsOf(content)).toEqual(['/', '/about']);
  });

  it('gives a linked PDF to the reader of PDFs, whatever its address ends in, and names it as a gap without one', async () => {
    // Prepare
    const pdf: Scenario = (path) => {
      if (path === '/') return titled('Brightwell', 'instruments', [['/download?id=7', 'Annual report']]);
      return path.startsWith('/download')
        ? { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7 …' }
        : undefined;
    };
    const readPdf = async (bytes: Uint8Array) => ({
      title: 'Annual report',
      blocks: [{ kind: 'paragraph' as const, text: `Revenue grew. ${bytes.length}` }],
      warnings: [],
    });

    // Act
    const [read, unread] = await withSite(
      pdf,
      async (site) => [await readSite(site, {}, { readPdf }), await readSite(site)] as const,
    );

    // Assess
    expect(read.pages.at(-1)).toMatchObject({
      title: 'Annual report',
      page_kind: 'news',
      blocks: [{ text: expect.stringContaining('Revenue grew.') }],
    });
    expect(unread.gaps).toEqual([
      expect.objectContaining({
        reason: expect.stringContaining('PDF'),
        remedy: expect.stringContaining('--document FILE'),
      }),
    ]);
  });

  it('names broken links in one gap', async () => {
    // Prepare
    const broken: Scenario = (path) =>
      path === '/'
        ? titled('Brightwell', 'instruments', [
            ['/about', 'About'],
            ['/team', 'Team'],
          ])
        : undefined;

    // Act
    const content = await withSite(broken, (site) => readSite(site));

    // Assess
    expect(content.gaps).toEqual([
      expect.objectContaining({ sought: '2 further pages of the site', reason: expect.stringContaining('HTTP 404') }),
    ]);
  });
});
