import { describe, expect, it } from '@jest/globals';
import type { ErrorName } from '../../../contracts/index.ts';
import { page, paragraph } from '../../fixtures/wild-web/pages.ts';
import * as scenarios from '../../fixtures/wild-web/scenarios.ts';
import type { Scenario, WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { closedPort, html, serveScenario, text } from '../../fixtures/wild-web/wild-server.ts';
import { pathsOf, readSite, rejectionOf } from './read-site.ts';

async function withSite<Result>(scenario: Scenario, act: (site: WildSite) => Promise<Result>): Promise<Result> {
  const site = await serveScenario(scenario);
  try {
    return await act(site);
  } finally {
    await site.close();
  }
}

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

describe('a site that can be read', () => {
  it('gives its pages with kind, title and text, and counts every request', async () => {
    // Act
    const [content, host, asked] = await withSite(
      scenarios.healthySite,
      async (site) => [await readSite(site), site.host, site.paths.length] as const,
    );

    // Assess
    expect(pathsOf(content)).toEqual(['/', '/about', '/team', '/careers', '/products']);
    expect(content.pages.map((found) => found.page_kind)).toEqual(['home', 'about', 'team', 'careers', 'products']);
    expect(content.pages[1]?.blocks.map((block) => block.text).join(' ')).toContain(
      'Brightwell Instruments has worked on the company itself',
    );
    expect(content.requests).toEqual({ [host]: asked });
    expect(content.gaps).toEqual([]);
  });

  it('names itself with product and version', async () => {
    // Act
    const agents = await withSite(scenarios.onePageSite, async (site) => {
      await readSite(site);
      return site.requests.map((request) => request.headers['user-agent']);
    });

    // Assess
    expect(new Set(agents)).toEqual(new Set(['InterviewIntelligencePipeline/0.1']));
  });

  it('is content with one page', async () => {
    // Act
    const content = await withSite(scenarios.onePageSite, (site) => readSite(site));

    // Assess
    expect(pathsOf(content)).toEqual(['/']);
    expect(content.gaps).toEqual([]);
  });

  it('leaves out what robots.txt keeps back, and says how much', async () => {
    // Act
    const content = await withSite(scenarios.robotsDisallowCareers, (site) => readSite(site));

    // Assess
    expect(pathsOf(content)).not.toContain('/careers');
    expect(content.gaps).toEqual([
      expect.objectContaining({ sought: 'one page of the site', reason: expect.stringContaining('robots.txt') }),
    ]);
  });

  it('waits once as long as a busy server asks for', async () => {
    // Act
    const content = await withSite(scenarios.busyOnce(0), (site) => readSite(site));

    // Assess
    expect(content.pages).toHaveLength(5);
  });

  it('does not walk into a calendar', async () => {
    // Act
    const paths = await withSite(scenarios.calendarTrap, async (site) => {
      await readSite(site, { max_pages: 20 });
      return [...site.paths];
    });

    // Assess
    expect(paths.filter((path) => /\/calendar\/\d/.test(path))).toEqual([]);
  });

  it('reads a good page out of a sitemap of a million addresses without reading it to its end', async () => {
    // Act
    const content = await withSite(scenarios.millionUrlSitemap, (site) => readSite(site, { max_pages: 8 }));

    // Assess
    expect(pathsOf(content)).toEqual(
      expect.arrayContaining(['/', '/about', '/team', '/careers', '/products', '/values']),
    );
  });

  it('keeps to four requests at once, and to one where the site asks for a pause', async () => {
    // Act
    const [usual, paused] = await Promise.all(
      [scenarios.slowSite(30), scenarios.crawlDelay(0.01)].map((scenario) =>
        withSite(scenario, async (site) => {
          await readSite(site);
          return site.most_at_once();
        }),
      ),
    );

    // Assess
    expect(usual).toBeLessThanOrEqual(4);
    expect(paused).toBe(1);
  });
});

describe('a home page that answers from elsewhere', () => {
  it('is followed to its new site, which is crawled, and the move is named', async () => {
    // Prepare
    const target = await serveScenario(scenarios.healthySite);
    const site = await serveScenario(scenarios.redirectsTo(target.url));

    // Act
    const content = await readSite(site, {}, { allow_hosts: [site.host, target.host] });
    await Promise.all([site.close(), target.close()]);

    // Assess
    expect(content.pages).toHaveLength(5);
    expect(content.pages.every((found) => found.url.startsWith(target.url))).toBe(true);
    expect(content.gaps).toEqual([
      expect.objectContaining({ where: site.url, reason: expect.stringContaining(`redirects to ${target.url}`) }),
    ]);
    expect(Object.keys(content.requests).sort()).toEqual([site.host, target.host].sort());
  });

  it('is found through a meta refresh', async () => {
    // Act
    const content = await withSite(
      (path, request) =>
        path === '/'
          ? html('<meta http-equiv="refresh" content="0; url=/about">')
          : scenarios.healthySite(path, request),
      (site) => readSite(site),
    );

    // Assess
    expect(content.pages[0]?.page_kind).toBe('home');
    expect(pathsOf(content)[0]).toBe('/about');
  });
});

describe('pages named beside the site', () => {
  it('are read first, and save a run whose site is ill', async () => {
    // Prepare
    const ill = await serveScenario(scenarios.challengePage(403));
    const other = await serveScenario(scenarios.healthySite);

    // Act
    const content = await readSite(
      ill,
      { also_urls: [`${other.url}about`], job_url: `${other.url}careers` },
      { allow_hosts: [ill.host, other.host] },
    );
    await Promise.all([ill.close(), other.close()]);

    // Assess
    expect(content.pages.map((found) => found.page_kind)).toEqual(['job_description', 'about']);
    expect(content.gaps).toEqual([
      expect.objectContaining({
        where: ill.url,
        error: 'SiteUnavailableError',
        remedy: expect.stringContaining('--document saved.html'),
      }),
    ]);
  });

  it('become gaps with the remedy when they cannot be read', async () => {
    // Act
    const content = await withSite(scenarios.healthySite, (site) =>
      readSite(site, { also_urls: ['http://192.168.1.1/'], job_url: `${site.url}gone` }),
    );

    // Assess
    expect(content.gaps).toEqual([
      expect.objectContaining({ sought: 'the job description', remedy: expect.stringContaining('--job -') }),
      expect.objectContaining({
        where: 'http://192.168.1.1/',
        error: 'RejectedInputError',
        remedy: expect.stringContaining('--document saved.html'),
      }),
    ]);
    expect(content.pages.length).toBeGreaterThan(3);
  });
});

describe('what belongs to the company beside its site', () => {
  it('is the career board that it links: listing and roles', async () => {
    // Prepare: names are resolved to this machine, so that the board has the address it has in the world.
    const board: Scenario = (path) => {
      if (path === '/brightwell')
        return html(
          page('Jobs at Brightwell', paragraph('open roles'), [
            ['/brightwell/0a1b', 'Firmware Engineer'],
            ['/other', 'Other company'],
          ]),
        );
      return path === '/brightwell/0a1b' ? html(page('Firmware Engineer', paragraph('firmware'))) : undefined;
    };
    const boardSite = await serveScenario(board);
    const boardUrl = `http://jobs.lever.co:${boardSite.port}/brightwell`;
    const site = await serveScenario((path) =>
      path === '/' ? html(page('Brightwell', paragraph('instruments'), [[boardUrl, 'Open roles']])) : undefined,
    );

    // Act
    const content = await readSite(
      site,
      {},
      { allow_hosts: [site.host, `jobs.lever.co:${boardSite.port}`], resolve: async () => ['127.0.0.1'] },
    );
    await Promise.all([site.close(), boardSite.close()]);

    // Assess
    expect(content.pages.map((found) => [found.page_kind, found.title])).toEqual([
      ['home', 'Brightwell'],
      ['careers', 'Jobs at Brightwell'],
      ['role', 'Firmware Engineer'],
    ]);
  });

  it('is a home page that was named twice, read once', async () => {
    // Act
    const [content, paths] = await withSite(
      scenarios.healthySite,
      async (site) =>
        [await readSite(site, { also_urls: [`${site.url}#top`, `${site.url}about/`] }), [...site.paths]] as const,
    );

    // Assess
    expect(paths.filter((path) => path === '/')).toHaveLength(1);
    expect(content.pages[0]?.page_kind).toBe('home');
  });
});

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

describe('the end of a reading', () => {
  it('at the deadline gives what was read and says what was not', async () => {
    // Prepare: home answers at once, everything else later than the deadline.
    const slow: Scenario = (path, request) => ({
      ...(scenarios.healthySite(path, request) ?? text('', 404)),
      ...(path === '/' || path === '/robots.txt' ? {} : { delay_milliseconds: 60_000 }),
    });

    // Act
    const content = await withSite(slow, (site) =>
      readSite(site, { deadline: new Date(Date.now() + 3_000) }, { request_timeout_milliseconds: 60_000 }),
    );

    // Assess
    expect(pathsOf(content)).toEqual(['/']);
    expect(content.gaps).toEqual([
      expect.objectContaining({
        reason: '4 further pages were not read: the deadline.',
        remedy: expect.stringContaining('--deadline'),
      }),
    ]);
  });

  it('before anything was read says that the deadline passed, in an error that is not tried again', async () => {
    // Act
    const error = await withSite(scenarios.slowSite(60_000), (site) =>
      rejectionOf(readSite(site, { deadline: new Date(Date.now() + 200) })),
    );

    // Assess
    expect(error.name).toBe('SiteUnavailableError');
    expect(error.message).toMatch(/\/ was not read before the deadline/);
    expect(error).toMatchObject({ remedy: expect.stringContaining('--deadline SECONDS') });
  });

  it('stops when the caller stops it', async () => {
    // Prepare
    const controller = new AbortController();
    const onProgress = () => controller.abort();

    // Act
    const content = await withSite(scenarios.slowSite(20), (site) =>
      readSite(site, { signal: controller.signal, onProgress }),
    );

    // Assess
    expect(content.pages).toHaveLength(1);
    expect(content.gaps[0]?.reason).toContain('it was interrupted');
  });

  it('tells the progress page by page', async () => {
    // Prepare
    const seen: number[] = [];

    // Act
    await withSite(scenarios.healthySite, (site) => readSite(site, { onProgress: ({ pages }) => seen.push(pages) }));

    // Assess
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
});
