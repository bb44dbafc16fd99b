import { afterEach } from '@jest/globals';
import type { GuardedFetch, GuardedFetchOptions } from '../../../../services/website/fetch/guarded-fetch.ts';
import { createGuardedFetch } from '../../../../services/website/fetch/guarded-fetch.ts';
import type { Scenario, WildSite } from '../../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../../fixtures/wild-web/wild-server.ts';

/** How much an answer may have in these tests. */
export const LIMITS = { wireBytes: 1_000_000, bytes: 1_000_000 };

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** Serves a site on loopback until the test is over. */
export async function serve(scenario: Scenario): Promise<WildSite> {
  const site = await serveScenario(scenario);
  open.push(site);
  return site;
}

/** Makes a guarded fetch that is closed when the test is over. */
export function fetcher(options: GuardedFetchOptions): GuardedFetch {
  const fetch = createGuardedFetch(options);
  open.push(fetch);
  return fetch;
}

/** Asks for an address, whatever it gives. */
export function get(fetch: GuardedFetch, url: string, limits = LIMITS): ReturnType<GuardedFetch['get']> {
  return fetch.get({ url, accept: '*/*', limits });
}
