import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanUrl, siteOf, urlKey } from '../../../../services/website/crawl/url-identity.ts';

const address = fc.webUrl({ withQueryParameters: true, withFragments: true });

describe('the identity of an address', () => {
  it('is settled by cleaning once', () => {
    fc.assert(fc.property(address, (url) => expect(cleanUrl(cleanUrl(url) ?? '')).toBe(cleanUrl(url))));
  });

  it('does not change with fragment, tracking parameters, scheme, www or a trailing slash', () => {
    const path = fc
      .array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { minLength: 1, maxLength: 4 })
      .map((parts) => `/${parts.join('/')}`);
    const variant = fc.constantFrom(
      (host: string, at: string) => `http://${host}${at}`,
      (host: string, at: string) => `https://www.${host}${at}/`,
      (host: string, at: string) => `https://${host}${at}#part`,
      (host: string, at: string) => `https://${host}${at}?utm_source=x&fbclid=1`,
      (host: string, at: string) => `https://${host}${at}/index.html`,
      (host: string, at: string) => `https://${host.toUpperCase()}//${at.slice(1)}`,
    );
    fc.assert(
      fc.property(path, variant, (at, write) => {
        expect(urlKey(write('brightwell.example', at))).toBe(urlKey(`https://brightwell.example${at}`));
      }),
    );
  });

  it('does not change with the order of parameters, and does with their values', () => {
    expect(urlKey('https://a.example/x?b=2&a=1')).toBe(urlKey('https://a.example/x?a=1&b=2'));
    expect(urlKey('https://a.example/x?a=1')).not.toBe(urlKey('https://a.example/x?a=2'));
    expect(urlKey('https://a.example/%7Ejo/%e3%83%84')).toBe(urlKey('https://a.example/~jo/%E3%83%84'));
    expect(urlKey('mailto:jo@a.example')).toBeUndefined();
  });

  it.each([
    ['https://www.brightwell.co.uk/x', 'brightwell.co.uk'],
    ['https://jobs.brightwell.example/', 'brightwell.example'],
    ['https://brightwell.github.io/', 'brightwell.github.io'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
    ['http://localhost:8080/', 'localhost:8080'],
  ])('puts %s into the site %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});
