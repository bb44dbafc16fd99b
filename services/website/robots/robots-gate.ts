import { PipelineError, SiteUnavailableError, TransientUpstreamError } from '../../../contracts/index.ts';
import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import { PRODUCT_TOKEN } from '../identity.ts';
import { MAX_CRAWL_DELAY_SECONDS, MAX_ROBOTS_BYTES } from '../limits.ts';
import { extractPage } from '../page/extract-page.ts';
import { isChallenge } from '../verdict/challenge.ts';
import type { RobotsTxt } from './robots-txt.ts';
import { createRobotsTxt } from './robots-txt.ts';

/** A page that robots.txt asks automated readers to stay away from. */
export class DisallowedByRobotsError extends SiteUnavailableError {}

/** Keeps to the robots.txt of every origin that is read. */
export interface RobotsGate {
  /** Rejects with {@link DisallowedByRobotsError} for a page that must not be read, with `TransientUpstreamError` when robots.txt cannot be had now. */
  ensureAllowed(url: string, signal: AbortSignal): Promise<void>;
  /** What the robots.txt beside `url` says. */
  robotsOf(url: string, signal: AbortSignal): Promise<RobotsTxt>;
}

/** What the gate works with. */
export interface RobotsGateOptions {
  readonly fetch: PoliteFetch;
  /** Called once for a host whose robots.txt asks for a pause between requests, in seconds, already capped. */
  readonly onCrawlDelay: (host: string, seconds: number) => void;
}

/** A bot wall that stands before robots.txt too is no word of the site about its rules; the page behind it will say what it is. */
function isWall(response: FetchedResponse): boolean {
  if (response.contentType !== 'text/html') return false;
  const html = new TextDecoder().decode(response.bytes);
  const { title, blocks } = extractPage(html, response.url);
  return isChallenge({ title, text: blocks.map((block) => block.text).join('\n'), html, headers: response.headers });
}

const LIMITS = { wireBytes: MAX_ROBOTS_BYTES, bytes: MAX_ROBOTS_BYTES };

/**
 * The text of robots.txt; empty when there is none. RFC 9309, 2.3.1: 4xx means that there are no rules; 5xx, and 429 like it, that the site
 * wants to be left alone. A host that cannot be reached at all fails again when the page is fetched, with an error that names the page.
 */
async function fetchRobots(robotsUrl: string, fetch: PoliteFetch, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch({ url: robotsUrl, accept: 'text/plain,*/*;q=0.5', limits: LIMITS, signal });
    if ((response.status >= 500 || response.status === 429) && !isWall(response)) {
      throw new TransientUpstreamError(
        `${robotsUrl} answered ${response.status}, which asks readers to stay away for now (RFC 9309). Try again later.`,
      );
    }
    return response.status >= 200 && response.status < 300 ? new TextDecoder().decode(response.bytes) : '';
  } catch (error) {
    if (error instanceof PipelineError && !(error instanceof TransientUpstreamError)) return '';
    throw error;
  }
}

/** Makes a gate that reads each origin's robots.txt once. */
export function createRobotsGate({ fetch, onCrawlDelay }: RobotsGateOptions): RobotsGate {
  const files = new Map<string, Promise<RobotsTxt>>();

  const load = async (origin: URL, signal: AbortSignal): Promise<RobotsTxt> => {
    const robotsUrl = new URL('/robots.txt', origin).href;
    const robots = createRobotsTxt(robotsUrl, await fetchRobots(robotsUrl, fetch, signal));
    const delay = robots.crawlDelaySeconds(PRODUCT_TOKEN);
    if (delay !== undefined && delay > 0) onCrawlDelay(origin.host, Math.min(delay, MAX_CRAWL_DELAY_SECONDS));
    return robots;
  };

  const robotsOf = (url: string, signal: AbortSignal): Promise<RobotsTxt> => {
    const { origin } = new URL(url);
    const known = files.get(origin);
    if (known !== undefined) return known;
    const loading = load(new URL(url), signal);
    files.set(origin, loading);
    return loading;
  };

  return {
    robotsOf,
    ensureAllowed: async (url, signal) => {
      const robots = await robotsOf(url, signal);
      if (robots.isAllowed(url, PRODUCT_TOKEN) !== false) return;
      const line = robots.ruleFor(url, PRODUCT_TOKEN)?.line;
      throw new DisallowedByRobotsError(
        `${url} was not read: ${new URL('/robots.txt', url).href} asks automated readers to stay away from it (line ${line}). Open it in a browser, save it and give it with --document saved.html.`,
      );
    },
  };
}
