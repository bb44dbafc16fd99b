import type { WebsiteReaderOptions } from '../../../services/website/crawling-website-reader.ts';
import { createWebsiteReader } from '../../../services/website/crawling-website-reader.ts';
import type { WebsiteContent, WebsiteRequest } from '../../../services/website/website-reader.ts';
import type { Scenario, WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';

/** Reads a site on loopback with the reader as it is shipped; requests have a minute and the run two, so that a busy machine changes nothing. */
export function readSite(
  site: WildSite,
  request: Partial<WebsiteRequest> = {},
  options: WebsiteReaderOptions = {},
): Promise<WebsiteContent> {
  return createWebsiteReader({ allow_hosts: [site.host], request_timeout_milliseconds: 60_000, ...options }).read({
    company_name: 'Brightwell Instruments',
    company_url: site.url,
    also_urls: [],
    job_url: null,
    max_pages: 12,
    deadline: new Date(Date.now() + 120_000),
    ...request,
  });
}

/** Paths of the pages that were read, in their order. */
export function pathsOf(content: WebsiteContent): string[] {
  return content.pages.map((page) => new URL(page.url).pathname);
}

/** What a promise was rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error('nothing was thrown');
}

/** Serves a site on loopback while something is done with it. */
export async function withSite<Result>(scenario: Scenario, act: (site: WildSite) => Promise<Result>): Promise<Result> {
  const site = await serveScenario(scenario);
  try {
    return await act(site);
  } finally {
    await site.close();
  }
}
