import { describe, expect, it } from '@jest/globals';
import type { PageKind } from '../../../../contracts/index.ts';
import { linkFactor } from '../../../../services/website/crawl/link-factor.ts';
import { guessKind } from '../../../../services/website/crawl/page-kind.ts';

const KINDS: readonly (readonly [path: string, text: string, kind: PageKind])[] = [
  ['/about', '', 'about'],
  ['/about-us.html', '', 'about'],
  ['/company', '', 'about'],
  ['/about/leadership-team', '', 'team'],
  ['/x/17', 'Meet the team', 'team'],
  ['/our-values', '', 'values'],
  ['/careers', '', 'careers'],
  ['/company/jobs/', '', 'careers'],
  ['/careers/product-manager-berlin', 'Product Manager', 'role'],
  ['/jobs/4711', 'Senior Data Engineer (m/f/d)', 'role'],
  ['/careers/culture', '', 'values'],
  ['/blog/our-team-learned-a-lesson', 'How our team learned a lesson the hard way', 'news'],
  ['/2026/03/brightwell-raises-money', '', 'news'],
  ['/press/releases', 'Press releases', 'news'],
  ['/products/flow-meter', '', 'products'],
  ['/platform', '', 'products'],
  ['/plans-and-pricing', '', 'pricing'],
  ['/customers/northern-dairy', '', 'customers'],
  ['/case-studies', '', 'customers'],
  ['/engineering', '', 'engineering'],
  ['/impressum', '', 'contact'],
  ['/ueber-uns', '', 'about'],
  ['/unternehmen/geschäftsführung', '', 'team'],
  ['/karriere/stellenangebote', '', 'careers'],
  ['/produkte', '', 'products'],
  ['/aktuelles', '', 'news'],
  ['/qui-sommes-nous', '', 'about'],
  ['/nos-valeurs', '', 'values'],
  ['/recrutement', '', 'careers'],
  ['/quienes-somos', '', 'about'],
  ['/nuestro-equipo', '', 'team'],
  ['/p/1', '会社概要', 'about'],
  ['/p/2', '採用情報', 'careers'],
  ['/p/3', 'プレスリリース', 'news'],
  ['/p/4', 'サービス', 'products'],
  ['/p/6', 'メンバー紹介', 'team'],
  ['/p/7', 'ソフトウェアエンジニア', 'role'],
  ['/p/8', 'Vertriebsleiterin', 'role'],
  ['/p/9', 'Chargé de mission (f/h)', 'role'],
  ['/p/5', 'Click here', 'other'],
  ['/lorem/ipsum', '', 'other'],
];

describe('what a page is', () => {
  it.each(KINDS)('%s "%s" is %s', (path, text, kind) => {
    expect(guessKind(`https://www.brightwell.example${path}`, text).kind).toBe(kind);
  });

  it('is told by a subdomain too', () => {
    expect(guessKind('https://careers.brightwell.example/').kind).toBe('careers');
    expect(guessKind('https://blog.brightwell.example/a-long-title-about-something').kind).toBe('news');
  });
});

describe('how an address looks', () => {
  it.each([
    '/login',
    '/cart',
    '/wp-admin/x',
    '/privacy-policy',
    '/terms-of-service',
    '/datenschutz',
    '/calendar/2026/5',
    '/events?month=5',
    '/shop?color=red&size=m',
    '/a.jpg',
    '/feed',
    '/a/b/a/b/a/b',
  ])('%s is never read', (path) => {
    expect(linkFactor(`https://brightwell.example${path}`)).toBe(0);
  });

  it.each([
    '/tag/values',
    '/blog/page/7',
    '/2019/04',
    '/archive/2014/about',
    '/old/about',
    '/blog?page=2',
    '/author/jo',
    '/v1/about',
  ])('%s comes last', (path) => {
    expect(linkFactor(`https://brightwell.example${path}`)).toBeGreaterThan(0);
    expect(linkFactor(`https://brightwell.example${path}`)).toBeLessThan(0.2);
  });

  it.each(['/', '/about', '/blog/2026/03/an-article', '/report.pdf', '/de/ueber-uns', '/imprint', '/404-and-counting'])(
    '%s is an ordinary page',
    (path) => {
      expect(linkFactor(`https://brightwell.example${path}`)).toBe(1);
    },
  );
});
