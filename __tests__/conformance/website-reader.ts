import { afterEach, describe, expect, it } from '@jest/globals';
import { Block, Gap, RejectedInputError, SiteUnavailableError } from '../../contracts/index.ts';
import { normalizeText } from '../../services/text/normalize.ts';
import type { WebsiteContent, WebsiteReader, WebsiteRequest } from '../../services/website/website-reader.ts';
import { healthySite, notFoundHome, onePageSite } from '../fixtures/wild-web/scenarios.ts';
import type { Scenario, WildSite } from '../fixtures/wild-web/wild-server.ts';
import { serveScenario, text } from '../fixtures/wild-web/wild-server.ts';

/** Milliseconds a run is given that reads its home page at once and nothing else: a busy machine needs seconds for one page. */
const DEADLINE_MS = 5_000;

/** Later than any deadline of these tests, in milliseconds. */
const NEVER_MS = 600_000;

/** What every website reader must do, whatever it reads with. `makeReader` is given the hosts on loopback that may be read. */
export function websiteReaderConformance(
  name: string,
  makeReader: (allowHosts: readonly string[]) => WebsiteReader,
): void {
  const open: WildSite[] = [];
  const serve = async (scenario: Scenario): Promise<WildSite> => {
    const site = await serveScenario(scenario);
    open.push(site);
    return site;
  };
  const read = (site: WildSite, over: Partial<WebsiteRequest> = {}): Promise<WebsiteContent> =>
    makeReader(open.map(({ host }) => host)).read({
      company_name: 'Brightwell Instruments',
      company_url: site.url,
      also_urls: [],
      job_url: null,
      max_pages: 12,
      deadline: new Date(Date.now() + 120_000),
      ...over,
    });

  describe(`${name} is a website reader`, () => {
    afterEach(async () => {
      await Promise.all(open.splice(0).map((site) => site.close()));
    });

    it('reads the home page first, then pages that matter, each once, as normalized blocks', async () => {
      // Act
      const { pages } = await read(await serve(healthySite));

      // Assess
      expect(pages[0]?.page_kind).toBe('home');
      expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
      expect(pages.map(({ page_kind }) => page_kind)).toEqual(expect.arrayContaining(['about', 'team', 'careers']));
      for (const block of pages.flatMap(({ blocks }) => blocks))
        expect(Block.parse(block).text).toBe(normalizeText(block.text));
    });

    it('counts every request by host, and tells of each page', async () => {
      // Prepare
      const site = await serve(healthySite);
      const told: number[] = [];

      // Act
      const { requests, pages } = await read(site, { onProgress: (progress) => told.push(progress.pages) });

      // Assess
      expect(requests).toEqual({ [site.host]: site.paths.length });
      expect(told.at(-1)).toBe(pages.length);
    });

    it('keeps to the number of pages, reads the job’s page first and tells it apart', async () => {
      // Prepare
      const [site, job] = [await serve(healthySite), await serve(onePageSite)];

      // Act
      const { pages } = await read(site, { max_pages: 3, job_url: job.url });

      // Assess
      expect(pages).toHaveLength(3);
      expect(pages.find(({ url }) => url === job.url)?.page_kind).toBe('job_description');
    });

    it('makes a gap of a named page that is not there, and goes on', async () => {
      // Prepare
      const site = await serve(healthySite);

      // Act
      const { pages, gaps } = await read(site, { also_urls: [`${site.url}no-such-page`] });

      // Assess
      expect(pages.length).toBeGreaterThan(1);
      expect(Gap.parse(gaps.find(({ where }) => where.endsWith('no-such-page')))).toMatchObject({
        error: 'SiteUnavailableError',
      });
    });

    it('stops at the deadline and when it is told to, with what was read', async () => {
      // Prepare
      const site = await serve((path, request) => ({
        ...(healthySite(path, request) ?? text('', 404)),
        ...(path === '/' || path === '/robots.txt' ? {} : { delay_milliseconds: NEVER_MS }),
      }));

      // Act
      const { pages, gaps } = await read(site, { deadline: new Date(Date.now() + DEADLINE_MS) });

      // Assess
      expect(pages.length).toBeGreaterThan(0);
      expect(gaps.length).toBeGreaterThan(0);
    });

    it('throws the declared error for a site that gives nothing', async () => {
      // Act
      const nothing = read(await serve(notFoundHome));

      // Assess
      await expect(nothing).rejects.toBeInstanceOf(SiteUnavailableError);
    });

    it('throws the declared error for an address that is not read', async () => {
      // Act
      const forbidden = read(await serve(healthySite), { company_url: 'http://10.0.0.1/' });

      // Assess
      await expect(forbidden).rejects.toBeInstanceOf(RejectedInputError);
    });
  });
}
