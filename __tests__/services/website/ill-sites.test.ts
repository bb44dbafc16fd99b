import { describe, expect, it } from '@jest/globals';
import type { ErrorName } from '../../../contracts/index.ts';
import * as scenarios from '../../fixtures/wild-web/scenarios.ts';
import type { Scenario, WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { closedPort } from '../../fixtures/wild-web/wild-server.ts';
import { readSite, rejectionOf, withSite } from './read-site.ts';

const ILL_SITES: readonly (readonly [string, Scenario, ErrorName, RegExp])[] = [
  ['a home page that is not there', scenarios.notFoundHome, 'SiteUnavailableError', /no such page \(HTTP 404\)/],
  ['a page that says 200 and not found', scenarios.softNotFound, 'SiteUnavailableError', /no such page/],
  [
    'robots.txt that forbids everything',
    scenarios.robotsDisallowAll,
    'SiteUnavailableError',
    /robots\.txt asks automated readers to stay away.*line 2.*--document saved\.html/,
  ],
  ['robots.txt that fails', scenarios.robotsServerError, 'TransientUpstreamError', /answered 503/],
  [
    'a redirect to a private address',
    scenarios.redirectsTo('http://10.0.0.8/'),
    'SiteUnavailableError',
    /redirects to http:\/\/10\.0\.0\.8\/.*10\.0\.0\.8 is not an address of the public Internet/,
  ],
  [
    'a redirect to the metadata service',
    scenarios.redirectsTo('http://169.254.169.254/latest/'),
    'SiteUnavailableError',
    /169\.254\.169\.254/,
  ],
  [
    'a redirect to another scheme',
    scenarios.redirectsTo('file:///etc/passwd'),
    'SiteUnavailableError',
    /only http and https/,
  ],
  ['redirects without end', scenarios.endlessRedirects, 'SiteUnavailableError', /more than 5 times/],
  [
    '429 without a pause to wait for',
    scenarios.tooManyRequests(),
    'TransientUpstreamError',
    /too many requests \(HTTP 429\)/,
  ],
  ['429 with a long pause', scenarios.tooManyRequests(3_600), 'TransientUpstreamError', /HTTP 429/],
  ['a server error', scenarios.serverError, 'TransientUpstreamError', /HTTP 500/],
  [
    'nothing but scripts',
    scenarios.scriptOnlyShell,
    'SiteUnavailableError',
    /built by scripts.*--document saved\.html/,
  ],
  ['nothing but a consent wall', scenarios.consentOnly, 'SiteUnavailableError', /nothing but a consent dialog/],
  ['a drip that never ends', scenarios.dripServer, 'TransientUpstreamError', /did not finish its answer in time/],
  ...[200, 403, 503].map(
    (status) =>
      [`a challenge with ${status}`, scenarios.challengePage(status), 'SiteUnavailableError', /bot wall/] as const,
  ),
  ...Object.entries(scenarios.CHALLENGES).map(
    ([name, body]) =>
      [
        `the challenge ${name} with 200`,
        scenarios.challengePage(200, body),
        'SiteUnavailableError',
        /bot wall/,
      ] as const,
  ),
];

describe('a site of which nothing can be read', () => {
  it.each(ILL_SITES)('says why: %s', async (_name, scenario, name, message) => {
    // Prepare, act
    const error = await withSite(scenario, (site) =>
      rejectionOf(readSite(site, {}, scenario === scenarios.dripServer ? { request_timeout_milliseconds: 3_000 } : {})),
    );

    // Assess
    expect(error.name).toBe(name);
    expect(error.message).toMatch(message);
  });

  it('says that nobody listens', async () => {
    // Prepare
    const host = await closedPort();

    // Act
    const error = await rejectionOf(readSite({ url: `http://${host}/`, host } as WildSite));

    // Assess
    expect(error.name).toBe('SiteUnavailableError');
    expect(error.message).toContain('refused the connection');
  });

  it('says that the name is not known', async () => {
    // Prepare
    const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));

    // Act
    const error = await rejectionOf(
      readSite({ url: 'https://brightwell.invalid/', host: '' } as WildSite, {}, { resolve }),
    );

    // Assess
    expect(error.name).toBe('SiteUnavailableError');
    expect(error.message).toContain('the name brightwell.invalid is not known');
  });

  it('says that the secure connection failed', async () => {
    // Act: the server speaks plain HTTP where TLS is spoken to it.
    const error = await withSite(scenarios.healthySite, (site) =>
      rejectionOf(readSite(site, { company_url: site.url.replace('http:', 'https:') })),
    );

    // Assess
    expect(error.name).toBe('SiteUnavailableError');
    expect(error.message).toContain('TLS error');
  });

  it.each([
    'http://10.1.2.3/',
    'http://localhost/',
    'http://127.0.0.1:9/',
    'ftp://brightwell.example/',
    'http://[::1]/',
    'https://user@brightwell.example/',
  ])('rejects the address %s without a request', async (company_url) => {
    // Act
    const error = await rejectionOf(readSite({ url: company_url, host: '' } as WildSite));

    // Assess
    expect(error.name).toBe('RejectedInputError');
    expect(error.message).toContain(company_url);
  });

  it('rejects a name that leads into a private network', async () => {
    // Act
    const error = await rejectionOf(
      readSite(
        { url: 'http://inside.example/', host: '' } as WildSite,
        {},
        { resolve: async () => ['93.184.216.34', '10.0.0.5'] },
      ),
    );

    // Assess
    expect(error.name).toBe('RejectedInputError');
    expect(error.message).toContain('inside.example leads to 10.0.0.5');
  });
});
