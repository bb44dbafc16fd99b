import { setTimeout as delay } from 'node:timers/promises';
import { healthySite } from '../../fixtures/wild-web/scenarios.ts';
import type { WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';

/** Later than the end of any test, in milliseconds. */
const NEVER_MS = 3_600_000;

/** What is answered at once, so that a run begins. */
const AT_ONCE = new Set(['/', '/robots.txt', '/sitemap.xml']);

/** A site whose home page answers at once, and nothing else before `answer` is called: a run is caught in the middle however fast or busy the machine is. */
export async function hangingSite(): Promise<{ readonly site: WildSite; answer(): void }> {
  let hangs = true;
  const site = await serveScenario((path, request) => {
    const reply = healthySite(path, request);
    return hangs && !AT_ONCE.has(path) ? { ...reply, delay_milliseconds: NEVER_MS } : reply;
  });
  return {
    site,
    answer: () => {
      hangs = false;
    },
  };
}

/** Waits until a page behind the home page was asked for. */
export async function readingBegun(site: WildSite): Promise<void> {
  while (site.paths.every((path) => AT_ONCE.has(path))) await delay(50);
}
