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

  it('keep first and last of a folder that lists thousands, and all of a small one', () => {
    // Prepare
    const goods = Array.from({ length: 5_000 }, (_, n) => `https://a.example/item/${n}`);

    // Act
    const kept = thinFolders([...goods, 'https://a.example/about/', 'https://a.example/team']);

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
