import { createRequire } from 'node:module';
import type { RobotsCase } from '../robots-case.ts';

type RobotsParser = typeof import('robots-parser')['default'];

/** The package is CommonJS but declares a default export, so that an import of it has another type than value. */
const robotsParser: RobotsParser = createRequire(import.meta.url)('robots-parser');

/** What robots-parser answers to a question about a robots.txt. */
export function robotsParserAnswer({ kind, robots_url, robotstxt, url, ua }: RobotsCase): unknown {
  const robots = robotsParser(robots_url, robotstxt);
  const agent = ua ?? undefined;
  switch (kind) {
    case 'allowed':
      return robots.isAllowed(url ?? '', agent) ?? null;
    case 'host':
      return robots.getPreferredHost();
    case 'sitemaps':
      return robots.getSitemaps();
    case 'crawlDelay':
      return robots.getCrawlDelay(agent) ?? null;
    case 'line':
      return robots.getMatchingLineNumber(url ?? '', agent);
  }
}
