import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoSite } from '../../../local/demo/serve-demo-site.ts';
import { serveDemoSite } from '../../../local/demo/serve-demo-site.ts';

let site: DemoSite;

beforeAll(async () => {
  site = await serveDemoSite();
});

afterAll(() => site.close());

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, site.url), { redirect: 'manual', ...init });

/** Asks for a path as it stands, which `fetch` would tidy up first. */
function statusOfRawPath(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

/** The pages that the sitemap lists. */
async function listedPages(): Promise<string[]> {
  const sitemap = await (await get('/sitemap.xml')).text();
  return Array.from(sitemap.matchAll(/<loc>(.*?)<\/loc>/g), (match) => match[1] ?? '');
}

/** Every address of the site that a page links or loads. */
function linksIn(html: string, base: string): string[] {
  return Array.from(html.matchAll(/(?:href|src)="([^"]+)"/g), (match) => new URL(match[1] ?? '', base).href).filter(
    (url) => url.startsWith(site.url),
  );
}

describe('the site of the demonstration', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/about/team/?from=menu', 'text/html; charset=utf-8'],
    ['/about/kindlewater-fact-sheet.pdf', 'application/pdf'],
    ['/assets/site.css', 'text/css; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ])('answers %s as %s', async (path, type) => {
    // Act
    const response = await get(path);

    // Assess
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('lists at least fourteen pages under its own address, each of which is there with a consent banner', async () => {
    // Act
    const urls = await listedPages();
    const pages = await Promise.all(urls.map(async (url) => ({ url, response: await get(url) })));
    const texts = await Promise.all(pages.map(({ response }) => response.text()));

    // Assess
    expect(urls.length).toBeGreaterThanOrEqual(14);
    expect(urls.every((url) => url.startsWith(site.url))).toBe(true);
    expect(pages.filter(({ response }) => response.status !== 200)).toEqual([]);
    expect(texts.filter((text) => !text.includes('role="dialog" aria-label="Cookie settings"'))).toEqual([]);
  });

  it('has one broken link, and one to a page that robots.txt keeps readers from', async () => {
    // Prepare
    const urls = await listedPages();
    const texts = await Promise.all(urls.map(async (url) => (await get(url)).text()));
    const linked = [...new Set(texts.flatMap((html, page) => linksIn(html, urls[page] ?? site.url)))];

    // Act
    const statuses = await Promise.all(linked.map(async (url) => ({ url, status: (await get(url)).status })));

    // Assess
    expect(statuses.filter(({ status }) => status !== 200)).toEqual([
      { url: `${site.url}careers/apprenticeships/`, status: 404 },
    ]);
    expect(linked).toContain(`${site.url}internal/leadership/`);
    expect(await (await get('/robots.txt')).text()).toContain('Disallow: /internal/');
  });

  it('names no address outside of the domains that are kept for examples', async () => {
    // Prepare
    const urls = await listedPages();

    // Act
    const texts = await Promise.all(urls.map(async (url) => (await get(url)).text()));
    const domains = texts.flatMap((text) => text.match(/(?<=https?:\/\/|@)[a-z0-9.-]+\.[a-z]{2,}/g) ?? []);

    // Assess
    expect(domains).toContain('kindlewater.example');
    expect([...new Set(domains)].filter((domain) => !/\.example$|^schema\.org$|^www\.w3\.org$/.test(domain))).toEqual(
      [],
    );
  });

  it('leads from a folder without its slash to the one with it, and says honestly what is not there', async () => {
    // Act
    const [folder, missing] = [await get('/about'), await get('/nowhere/')];

    // Assess
    expect([folder.status, folder.headers.get('location')]).toEqual([301, '/about/']);
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('Page not found')]);
  });

  it('gives the head without the body, and refuses to be written to', async () => {
    // Act
    const [head, post] = [await get('/', { method: 'HEAD' }), await get('/newsletter/', { method: 'POST' })];

    // Assess
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1_000);
    expect(await head.text()).toBe('');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['/../serve-demo-site.ts', '/%2e%2e/serve-demo-site.ts', '/about/../../site-files.ts', '//etc/passwd'])(
    'gives nothing outside of itself for %s',
    async (path) => {
      // Prepare: the file is there, beside the folder of the site
      expect(readFileSync('local/demo/serve-demo-site.ts', 'utf8')).toContain('serveDemoSite');

      // Act, Assess
      expect(await statusOfRawPath(path)).toBe(404);
    },
  );
});
