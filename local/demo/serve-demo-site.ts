import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { yearsGoneBy } from './later-years.ts';
import type { SiteFile } from './site-files.ts';
import { siteFiles } from './site-files.ts';

/** The site of the demonstration while it is served. */
export interface DemoSite {
  /** Address of the home page, with the slash at its end. */
  readonly url: string;
  /** `host:port`, as `--allow-host` takes it. */
  readonly host: string;
  /** Stops serving; open connections are closed. */
  close(): Promise<void>;
}

const SITE_FOLDER = fileURLToPath(new URL('./site', import.meta.url));

/** Only this machine can reach the site. */
const LOOPBACK = '127.0.0.1';

/** Serves the site of the fictional company on a free port of the loopback address, with news of the year before `now`. */
export async function serveDemoSite(now: Date = new Date()): Promise<DemoSite> {
  let files: ReadonlyMap<string, SiteFile> = new Map();
  const server = createServer((request, response) => answer(files, request, response));
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  const host = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  files = siteFiles(SITE_FOLDER, { origin: `http://${host}`, years: yearsGoneBy(now) });
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${host}/`, host, close };
}

/** Answers from the files that were read at the start; nothing else can be asked for, whatever the path says. */
function answer(
  files: ReadonlyMap<string, SiteFile>,
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/'] = url.split('?');
  const file = files.get(path);
  if (file !== undefined) send(response, 200, file, method);
  else if (files.has(`${path}/`)) response.writeHead(301, { location: `${path}/` }).end();
  else send(response, 404, files.get('/404.html'), method);
}

function send(response: ServerResponse, status: number, file: SiteFile | undefined, method: string): void {
  const body = file?.body ?? Buffer.alloc(0);
  const content_type = file?.content_type ?? 'text/plain; charset=utf-8';
  response.writeHead(status, { 'content-type': content_type, 'content-length': body.byteLength });
  response.end(method === 'HEAD' ? undefined : body);
}
