import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebsiteReader } from '../../../services/website/crawling-website-reader.ts';
import { MAX_CONCURRENT_PER_HOST } from '../../../services/website/limits.ts';

/** How long the server takes for each answer, and how many pages are read of it. */
const ANSWER_MILLISECONDS = 200;
const PAGES = 12;

/** What reading a slow site took. */
export interface SlowSiteResult {
  readonly pages: number;
  readonly milliseconds: number;
  /** robots.txt, the home page, and the rest at the concurrency that is allowed, one after the other. */
  readonly critical_path_milliseconds: number;
  readonly most_at_once: number;
}

const TITLES = 'About us|Leadership|Products|Customers|Careers|Values|News|Pricing|Engineering|Team|Contact'.split('|');

function pageOf(title: string): string {
  const links = TITLES.map((name) => `<a href="/${name.toLowerCase().replace(' ', '-')}">${name}</a>`).join(' ');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav>${links}</nav><main><h1>${title}</h1>
<p>What there is to say about ${title} at this company stands here, in a sentence that is long enough to be a page's text.</p></main></body></html>`;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  const title = TITLES.find((name) => `/${name.toLowerCase().replace(' ', '-')}` === path);
  const isPage = path === '/' || title !== undefined;
  response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(isPage ? pageOf(title ?? 'Brightwell Instruments') : '');
}

/** Reads twelve pages of a site on this machine whose server answers after 200 ms. */
export async function readSlowSite(): Promise<SlowSiteResult> {
  let [open, most] = [0, 0];
  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    setTimeout(() => answer(request, response), ANSWER_MILLISECONDS);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const started = performance.now();
  const { pages } = await createWebsiteReader({ allow_hosts: [host] }).read({
    company_name: 'Brightwell Instruments',
    company_url: `http://${host}/`,
    also_urls: [],
    job_url: null,
    max_pages: PAGES,
    deadline: new Date(Date.now() + 60_000),
  });
  const milliseconds = performance.now() - started;
  await new Promise((resolve) => server.close(resolve));
  const rounds = 2 + Math.ceil((PAGES - 1) / MAX_CONCURRENT_PER_HOST);
  return {
    pages: pages.length,
    milliseconds: Math.round(milliseconds),
    critical_path_milliseconds: rounds * ANSWER_MILLISECONDS,
    most_at_once: most,
  };
}
