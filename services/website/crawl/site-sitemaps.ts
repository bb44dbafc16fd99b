import { PipelineError } from '../../../contracts/index.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import { PRODUCT_TOKEN } from '../identity.ts';
import type { RobotsGate } from '../robots/robots-gate.ts';
import type { RobotsTxt } from '../robots/robots-txt.ts';
import { SitemapFeed } from '../sitemap/sitemap-feed.ts';
import { siteOf } from './url-identity.ts';

/** What is needed to read a site's sitemaps. */
export interface SitemapSource {
  readonly robots: RobotsGate;
  readonly fetch: PoliteFetch;
  readonly signal: AbortSignal;
}

async function robotsOrNone({ robots, signal }: SitemapSource, url: string): Promise<RobotsTxt | undefined> {
  try {
    return await robots.robotsOf(url, signal);
  } catch (error) {
    if (error instanceof PipelineError) return undefined;
    throw error;
  }
}

function sitemapsNamed(robots: RobotsTxt, url: string): string[] {
  const named = robots.sitemaps
    .filter((written) => URL.canParse(written, url))
    .map((written) => new URL(written, url).href);
  return named.length > 0 ? named : [new URL('/sitemap.xml', url).href];
}

/**
 * Starts to read the sitemaps that robots.txt names, else `/sitemap.xml`. Undefined where the page itself must not be read, and, with
 * `onlyIfQuick`, where the site asks for pauses between requests: a sitemap would then cost a page.
 */
export async function startSitemaps(
  url: string,
  source: SitemapSource,
  onlyIfQuick: boolean,
): Promise<SitemapFeed | undefined> {
  const robots = await robotsOrNone(source, url);
  if (robots === undefined || robots.isAllowed(url, PRODUCT_TOKEN) === false) return undefined;
  if (onlyIfQuick && robots.crawlDelaySeconds(PRODUCT_TOKEN) !== undefined) return undefined;
  return new SitemapFeed({
    urls: sitemapsNamed(robots, url),
    site: siteOf(url),
    fetch: source.fetch,
    signal: source.signal,
  });
}
