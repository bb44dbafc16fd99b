import { RejectedInputError } from '../../contracts/index.ts';
import type { OpenRenderer } from './browser/page-renderer.ts';
import { BoardReader } from './crawl/boards/board-reader.ts';
import type { ReadPdf } from './crawl/page-draft.ts';
import { readPage } from './crawl/read-page.ts';
import { ReadWebsite } from './crawl/read-website.ts';
import { createRunSignal } from './crawl/run-signal.ts';
import { checkUrl } from './fetch/check-url.ts';
import { createGuardedFetch } from './fetch/guarded-fetch.ts';
import { HostGate } from './fetch/host-gate.ts';
import { createPoliteFetch } from './fetch/polite-fetch.ts';
import type { Resolve } from './fetch/resolve.ts';
import { createRobotsGate } from './robots/robots-gate.ts';
import type { WebsiteContent, WebsiteReader, WebsiteRequest } from './website-reader.ts';

/** How a website reader is made. */
export interface WebsiteReaderOptions {
  /** `host:port` pairs that may be on this machine, e.g. `127.0.0.1:8080`; everything else must be on the public Internet, on port 80 or 443. */
  readonly allow_hosts?: readonly string[];
  /** Reads the PDFs that a site links; without it each of them is a gap. */
  readonly readPdf?: ReadPdf;
  /** Draws pages that show nothing without their scripts; without it each of them is a gap, or its metadata. */
  readonly openRenderer?: OpenRenderer;
  /** Replaces the operating system's resolver. */
  readonly resolve?: Resolve;
  /** The time of day. */
  readonly now?: () => Date;
  /** One request as a whole, in milliseconds, instead of the usual 15 seconds. */
  readonly request_timeout_milliseconds?: number;
}

/** A site under construction on one's own machine is the one private address that may be meant. */
const FORBIDDEN_REMEDY =
  'Give an http or https address of the public Internet; a server on your own machine is read with --allow-host HOST:PORT.';

function rejectForbidden(request: WebsiteRequest, allowHosts: readonly string[]): void {
  const verdict = checkUrl(request.company_url, allowHosts);
  if (verdict.allowed) return;
  throw new RejectedInputError(
    `${request.company_url} is not read: ${verdict.reason}. Give an http or https address of the public Internet.`,
    { remedy: FORBIDDEN_REMEDY },
  );
}

async function read(request: WebsiteRequest, options: WebsiteReaderOptions): Promise<WebsiteContent> {
  const now = options.now ?? (() => new Date());
  const allowHosts = options.allow_hosts ?? [];
  rejectForbidden(request, allowHosts);
  const requests: Record<string, number> = {};
  const run = createRunSignal(request.deadline, now(), request.signal);
  const gate = new HostGate();
  const guarded = createGuardedFetch({
    allowHosts,
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
    ...(options.request_timeout_milliseconds === undefined
      ? {}
      : { timeoutMilliseconds: options.request_timeout_milliseconds }),
    onRequest: (host) => {
      requests[host] = (requests[host] ?? 0) + 1;
    },
  });
  const { signal } = run;
  const fetch = createPoliteFetch(guarded, gate);
  const robots = createRobotsGate({ fetch, onCrawlDelay: (host, seconds) => gate.setDelay(host, seconds) });
  const pdf = options.readPdf === undefined ? {} : { readPdf: options.readPdf };
  const renderer = options.openRenderer?.({ fetch, robots });
  const drawn = renderer === undefined ? {} : { renderer };
  const boards = new BoardReader({ fetch, robots, now, signal });
  const readOne = async (url: string) =>
    (await boards.read(url)) ?? readPage(url, { fetch, robots, now, signal, ...pdf, ...drawn });
  try {
    return await new ReadWebsite({ request, fetch, robots, read: readOne, signal, now, requests }).read();
  } finally {
    run.stop('reading is over');
    run.dispose();
    await renderer?.close();
    await guarded.close();
  }
}

/** Makes a reader that crawls a company's site with guarded, polite requests. It keeps nothing between two readings. */
export function createWebsiteReader(options: WebsiteReaderOptions = {}): WebsiteReader {
  return { read: (request) => read(request, options) };
}
