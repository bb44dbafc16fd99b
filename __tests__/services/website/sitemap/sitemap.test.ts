import { describe, expect, it } from '@jest/globals';
import { parseSitemap } from '../../../../services/website/sitemap/parse-sitemap.ts';
import { thinFolders } from '../../../../services/website/sitemap/thin-folders.ts';

describe('sitemaps', () => {
  it('list pages, with entities decoded and pictures passed over', () => {
    const xml = `<?xml version="1.0"?><urlset xmlns:image="i"><url><loc> https://a.example/?a=1&amp;b=2 </loc>
      <image:image><image:loc>https://a.example/p.png</image:loc></image:image></url><url><loc><![CDATA[https://a.example/c]]></loc></url></urlset>`;
    expect(parseSitemap(xml, 10)).toEqual([
      { kind: 'page', url: 'https://a.example/?a=1&b=2' },
      { kind: 'page', url: 'https://a.example/c' },
    ]);
  });

  it('list further sitemaps in an index, or one address a line', () => {
    expect(
      parseSitemap('<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>', 10),
    ).toEqual([{ kind: 'sitemap', url: 'https://a.example/s.xml' }]);
    expect(parseSitemap('https://a.example/x\r\nnonsense\nhttps://a.example/y', 10).map((entry) => entry.url)).toEqual([
      'https://a.example/x',
      'https://a.example/y',
    ]);
  });

  it('give what stands before a cut, and no more than asked for', () => {
    const xml = `<urlset>${Array.from({ length: 5_000 }, (_, n) => `<url><loc>https://a.example/${n}</loc></url>`).join('')}<url><loc>https://a.exa`;
    expect(parseSitemap(xml, 100_000)).toHaveLength(5_000);
    expect(parseSitemap(xml, 7)).toHaveLength(7);
  });

  it('tell when a page was changed last', () => {
    const xml = `<urlset><url><loc>https://a.example/x</loc><lastmod>2026-03-04T05:06:07+01:00</lastmod></url>
      <url><lastmod>2020-01-02</lastmod><loc>https://a.example/y</loc></url><url><loc>https://a.example/z</loc><lastmod>soon</lastmod></url></urlset>`;
    expect(parseSitemap(xml, 10)).toEqual([
      { kind: 'page', url: 'https://a.example/x', modified: '2026-03-04' },
      { kind: 'page', url: 'https://a.example/y', modified: '2020-01-02' },
      { kind: 'page', url: 'https://a.example/z' },
    ]);
  });

  it('keep the newest of a folder that dates all its pages', () => {
    // Prepare
    const day = (n: number): string => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);
    const posts = Array.from({ length: 1_000 }, (_, n) => ({
      url: `https://a.example/post/${n}`,
      modified: day((n * 7) % 1_000),
    }));

    // Act
    const kept = thinFolders(posts);

    // Assess
    expect(kept[0]).toEqual({ url: expect.any(String), modified: day(999), crowded: true });
    expect(kept.filter(({ modified }) => (modified ?? '') >= day(900))).toHaveLength(100);
  });

  it('keep first and last of a folder that lists thousands, and all of a small one', () => {
    // Prepare
    const goods = Array.from({ length: 5_000 }, (_, n) => `https://a.example/item/${n}`);

    // Act
    const pages = [...goods, 'https://a.example/about/', 'https://a.example/team'];
    const kept = thinFolders(pages.map((url) => ({ url })));

    // Assess
    expect(kept).toHaveLength(202);
    expect(kept.filter((page) => !page.crowded).map((page) => page.url)).toEqual([
      'https://a.example/about/',
      'https://a.example/team',
    ]);
    expect(kept.map((page) => page.url)).toEqual(
      expect.arrayContaining(['https://a.example/item/0', 'https://a.example/item/4999']),
    );
  });
});
