import { describe, expect, it } from '@jest/globals';
import { dripServer, endlessRedirects } from '../../../fixtures/wild-web/scenarios.ts';
import type { Scenario } from '../../../fixtures/wild-web/wild-server.ts';
import { html, redirect, text } from '../../../fixtures/wild-web/wild-server.ts';
import { rejectionOf } from '../read-site.ts';
import { fetcher, get, LIMITS, serve } from './fetching.ts';

/** Milliseconds after which a drip is given up: its first bytes come at once. */
const DRIP_TIMEOUT_MS = 2_000;

/** Milliseconds that no answer needs, however busy the machine is. */
const PATIENCE_MS = 60_000;

describe('guarded fetch', () => {
  it('gives the answer whatever its status, and where it came from after redirects', async () => {
    // Prepare
    const site = await serve((path) =>
      path === '/old' ? redirect('/new', 301) : text(path, path === '/new' ? 200 : 404),
    );
    const fetch = fetcher({ allowHosts: [site.host] });

    // Act
    const [moved, missing] = [await get(fetch, `${site.url}old`), await get(fetch, `${site.url}gone`)];

    // Assess
    expect([moved.url, moved.status, new TextDecoder().decode(moved.bytes)]).toEqual([`${site.url}new`, 200, '/new']);
    expect(missing.status).toBe(404);
    expect(moved.contentType).toBe('text/plain');
  });

  it.each([
    ['http://127.0.0.1:1/', 'is not an address of the public Internet'],
    ['http://[::1]/', 'is not an address of the public Internet'],
    ['http://[64:ff9b::a00:1]/', 'is not an address of the public Internet'],
    ['//metadata.google.internal/', 'private network'],
    ['gopher://brightwell.example/', 'only http and https'],
    ['http://user:secret@brightwell.example/', 'user name or password'],
  ])('stops at a redirect to %s', async (location, reason) => {
    // Prepare
    const site = await serve(() => redirect(location));

    // Act
    const error = await rejectionOf(get(fetcher({ allowHosts: [site.host] }), site.url));

    // Assess
    expect(error.name).toBe('SiteUnavailableError');
    expect(error.message).toContain(reason);
    expect(site.paths).toHaveLength(1);
  });

  it('refuses a name when any of its addresses is not public, on the first hop and after a redirect', async () => {
    // Prepare
    const site = await serve(() => redirect('http://two-faced.example/'));
    const resolve = async () => ['8.8.8.8', '192.168.0.10'];
    const fetch = fetcher({ allowHosts: [site.host], resolve });

    // Act
    const [direct, redirected] = [
      await rejectionOf(get(fetch, 'http://two-faced.example/')),
      await rejectionOf(get(fetch, site.url)),
    ];

    // Assess
    expect(direct.name).toBe('RejectedInputError');
    expect(redirected.name).toBe('SiteUnavailableError');
    expect(redirected.message).toContain('two-faced.example leads to 192.168.0.10');
  });

  it('asks the resolver once for a connection, so that a second answer cannot win', async () => {
    // Prepare: a name that answers with this machine at the second question.
    const answers = [['10.0.0.1'], ['127.0.0.1']];
    let questions = 0;
    const resolve = async () => answers[questions++] ?? [];

    // Act
    const error = await rejectionOf(get(fetcher({ resolve }), 'http://rebinding.example/'));

    // Assess
    expect(error.message).toContain('10.0.0.1');
    expect(questions).toBe(1);
  });

  it('reaches an allow-listed name on this machine, and the same name on no other port', async () => {
    // Prepare
    const site = await serve(() => text('here'));
    const fetch = fetcher({ allowHosts: [`brightwell.example:${site.port}`], resolve: async () => ['127.0.0.1'] });

    // Act
    const answer = await get(fetch, `http://brightwell.example:${site.port}/`);
    const error = await rejectionOf(get(fetch, 'http://brightwell.example/'));

    // Assess
    expect(new TextDecoder().decode(answer.bytes)).toBe('here');
    expect(error.name).toBe('RejectedInputError');
  });

  it('sends what a page asks to be sent to the origin that was asked, and not to where that redirects', async () => {
    // Prepare
    const other = await serve(() => text('there'));
    const site = await serve((path) => redirect(path === '/' ? '/next' : other.url));
    const fetch = fetcher({ allowHosts: [site.host, other.host] });

    // Act
    await fetch.get({ url: site.url, accept: '*/*', headers: { authorization: 'a key' }, limits: LIMITS });

    // Assess
    expect(site.requests.map(({ headers }) => headers.authorization)).toEqual(['a key', 'a key']);
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('stops an endless body at the limit', async () => {
    // Prepare
    const site = await serve(() => ({
      body: (response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(50_000)));
          response.once('drain', more);
        };
        more();
      },
    }));

    // Act
    const answer = await get(fetcher({ allowHosts: [site.host] }), site.url);

    // Assess
    expect(answer.truncated).toBe(true);
    expect(answer.bytes.length).toBeLessThanOrEqual(LIMITS.bytes);
  });

  it.each([
    ['a drip that never ends', dripServer, 'TransientUpstreamError', 'did not finish its answer in time'],
    ['redirects without end', endlessRedirects, 'SiteUnavailableError', 'more than 5 times'],
    [
      'encodings in a row',
      (() => ({ headers: { 'content-encoding': 'gzip, gzip, gzip' }, body: 'x' })) satisfies Scenario,
      'SiteUnavailableError',
      'content encoding',
    ],
    [
      'a broken compressed body',
      (() => ({ headers: { 'content-encoding': 'gzip' }, body: 'not gzip' })) satisfies Scenario,
      'SiteUnavailableError',
      'cannot be unpacked',
    ],
    [
      'headers without end',
      (() => html('x', 200, { 'x-long': 'y'.repeat(60_000) })) satisfies Scenario,
      'SiteUnavailableError',
      'header section',
    ],
    [
      'a broken connection',
      (() => ({ body: (response) => response.socket?.destroy() })) satisfies Scenario,
      'TransientUpstreamError',
      'broke off',
    ],
  ])('ends %s with a declared error', async (_name, scenario, name, message) => {
    // Prepare
    const site = await serve(scenario);

    // Act
    const timeoutMilliseconds = scenario === dripServer ? DRIP_TIMEOUT_MS : PATIENCE_MS;
    const error = await rejectionOf(get(fetcher({ allowHosts: [site.host], timeoutMilliseconds }), site.url));

    // Assess
    expect(error.name).toBe(name);
    expect(error.message).toContain(message);
    expect(error.message).toContain(site.url);
  });

  it('tells every request, redirects included, by host', async () => {
    // Prepare
    const target = await serve(() => text('there'));
    const site = await serve(() => redirect(target.url));
    const hosts: string[] = [];

    // Act
    await get(fetcher({ allowHosts: [site.host, target.host], onRequest: (host) => hosts.push(host) }), site.url);

    // Assess
    expect(hosts).toEqual([site.host, target.host]);
  });
});
