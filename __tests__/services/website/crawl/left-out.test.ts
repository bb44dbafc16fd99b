import { describe, expect, it } from '@jest/globals';
import { ageFactor } from '../../../../services/website/crawl/age-factor.ts';
import { leftOutNotes } from '../../../../services/website/crawl/left-out.ts';
import { languageOfSite } from '../../../../services/website/crawl/site-language.ts';
import { page, paragraph } from '../../../fixtures/wild-web/pages.ts';
import type { Scenario } from '../../../fixtures/wild-web/wild-server.ts';
import { html, serveScenario } from '../../../fixtures/wild-web/wild-server.ts';
import { pathsOf, readSite } from '../read-site.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');

describe('what is left out of a site', () => {
  it('is told with its first page: copies and pages in other languages', async () => {
    // Prepare
    const about = paragraph('the company itself');
    const canonical = '<link rel="canonical" href="/about">';
    const scenario: Scenario = (path) => {
      const links = ['/about', '/company', '/profile', '/de/ueber-uns'].map((href): [string, string] => [
        href,
        'About us',
      ]);
      if (path === '/') return html(page('Brightwell', paragraph('flow meters'), links));
      if (path === '/about' || path === '/company') return html(page('About us', about));
      return path === '/profile'
        ? html(page('Profile', about.replace('first year', 'second year')).replace('</head>', `${canonical}</head>`))
        : undefined;
    };
    const site = await serveScenario(scenario);

    // Act
    const content = await readSite(site);
    await site.close();

    // Assess
    expect(pathsOf(content)).toEqual(['/', '/about']);
    expect(content.pages[0]?.warnings).toEqual([
      expect.stringMatching(/^Left out as copies of other pages: .*\/company \(nearly the same text as \/about\)/),
      'The site was read in one language (en); one page in another was left out.',
    ]);
    expect(content.pages[0]?.warnings[0]).toContain('/profile (names /about as its address)');
    expect(content.pages[1]?.warnings).toEqual([]);
  });

  it('is not told where nothing was left out', () => {
    expect(leftOutNotes([], 0, 'en')).toEqual([]);
  });
});

describe('the language of a site', () => {
  const variants = [
    { language: 'x-default', url: 'https://a.example/en' },
    { language: 'en', url: 'https://a.example/en' },
    { language: 'de-at', url: 'https://a.example/wien' },
  ];

  it.each([
    ['that of the page among its variants', { url: 'https://a.example/wien', language: 'en', variants }, 'de'],
    ['that of its address', { url: 'https://a.example/fr/', language: 'en' }, 'fr'],
    ['the one that it declares', { url: 'https://a.example/', language: 'pt-BR' }, 'pt'],
    ['that of the default variant', { url: 'https://a.example/', variants }, 'en'],
    ['none where nothing is said', { url: 'https://a.example/' }, undefined],
  ])('is %s', (_name, home, language) => {
    expect(languageOfSite(home)).toBe(language);
  });
});

describe('the age of a page', () => {
  it('makes old news and roles worth less, and new ones and pages without a date nothing', () => {
    expect(ageFactor('news', 'https://a.example/news/x', undefined, NOW)).toBe(1);
    expect(ageFactor('news', 'https://a.example/news/x', '2026-05-01', NOW)).toBe(1);
    expect(ageFactor('news', 'https://a.example/2019/03/x', '2026-05-01', NOW)).toBeLessThan(0.5);
    expect(ageFactor('role', 'https://a.example/jobs/x', '2023-01-01', NOW)).toBeLessThan(0.3);
    expect(ageFactor('about', 'https://a.example/about', '2024-01-01', NOW)).toBe(1);
  });
});
