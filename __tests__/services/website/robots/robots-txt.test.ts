import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRobotsTxt } from '../../../../services/website/robots/robots-txt.ts';

const SITE = 'https://brightwell.example';

function allowed(text: string, path: string, agent = 'ReaderBot'): boolean | undefined {
  return createRobotsTxt(`${SITE}/robots.txt`, text).isAllowed(`${SITE}${path}`, agent);
}

describe('robots.txt', () => {
  it.each([
    ['nothing is said', '', '/a', true],
    ['all is forbidden', 'User-agent: *\nDisallow: /', '/a', false],
    ['an empty rule forbids nothing', 'User-agent: *\nDisallow:', '/a', true],
    ['the longest pattern wins', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['of two equal ones the kinder wins', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    [
      'a group of its own wins over the star',
      'User-agent: *\nDisallow: /\nUser-agent: readerbot\nDisallow: /x',
      '/a',
      true,
    ],
    [
      'groups of one name are joined',
      'User-agent: ReaderBot\nDisallow: /a\nUser-agent: o\nDisallow: /\nUser-agent: ReaderBot\nDisallow: /b',
      '/b',
      false,
    ],
    ['several names share a group', 'User-agent: other\nUser-agent: ReaderBot\nDisallow: /a', '/a', false],
    ['names end where a version begins', 'User-agent: ReaderBot/2.1\nDisallow: /a', '/a', false],
    ['a star stands for anything', 'User-agent: *\nDisallow: /*/private', '/x/y/private/z', false],
    ['a dollar stands for the end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
    ['a query counts', 'User-agent: *\nDisallow: /*?sort=', '/a?sort=up', false],
    ['escapes compare decoded', 'User-agent: *\nDisallow: /%e3%83%84', '/ツ', false],
    ['comments and blank lines are passed over', '# hi\n\nUser-agent: * # all\n\nDisallow: /a # this', '/a', false],
    ['a forgotten colon is forgiven', 'user-agent ReaderBot\ndisallow /a', '/a', false],
    ['a byte order mark is passed over', '\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
    ['rules before any name count for nobody', 'Disallow: /\nUser-agent: o\nDisallow: /', '/a', true],
    ['HTML in place of rules forbids nothing', '<!doctype html><title>Disallow: /</title>', '/a', true],
  ])('%s', (_name, text, path, expected) => {
    expect(allowed(text, path)).toBe(expected);
  });

  it('does not govern another origin', () => {
    const robots = createRobotsTxt(`${SITE}/robots.txt`, 'User-agent: *\nDisallow: /');
    expect(robots.isAllowed('http://brightwell.example/', 'ReaderBot')).toBeUndefined();
    expect(robots.isAllowed('https://blog.brightwell.example/', 'ReaderBot')).toBeUndefined();
  });

  it('tells line, pause, sitemaps and preferred host', () => {
    const text =
      'User-agent: *\nCrawl-delay: 2.5\nDisallow: /a\n\nSitemap: /map.xml\nSitemap: https://x.example/s.xml\nHost: WWW.Brightwell.example';
    const robots = createRobotsTxt(`${SITE}/robots.txt`, text);
    expect(robots.ruleFor(`${SITE}/a`, 'ReaderBot')?.line).toBe(3);
    expect(robots.crawlDelaySeconds('ReaderBot')).toBe(2.5);
    expect(robots.sitemaps).toEqual(['/map.xml', 'https://x.example/s.xml']);
    expect(robots.preferredHost).toBe('www.brightwell.example');
  });

  it('reads any text without throwing, and any pattern in a time that its length bounds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.webPath(),
        (text, path) => typeof allowed(text, path) === 'boolean',
      ),
    );
    expect(allowed(`User-agent: *\nDisallow: /${'*a'.repeat(2_000)}b$`, `/${'a'.repeat(2_000)}`)).toBe(true);
  });
});
