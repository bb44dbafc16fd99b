import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import type { BrowserRequest } from './browser-request.ts';
import type { CdpObject } from './cdp-connection.ts';

/** Headers that do not hold for an answer that is handed on unpacked, or that would make the browser do something by itself. */
const NOT_HANDED_ON =
  /^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive|set-cookie2?|strict-transport-security|alt-svc|link|refresh|report-to|nel|reporting-endpoints|clear-site-data|service-worker-allowed|speculation-rules|content-disposition)$/;

/** The parameters of `Fetch.fulfillRequest` that hand a fetched answer to the page. */
export function answerWith(request: BrowserRequest, response: FetchedResponse): CdpObject {
  return {
    requestId: request.id,
    responseCode: response.status,
    responseHeaders: Object.entries(response.headers)
      .filter(([name, value]) => value !== undefined && !NOT_HANDED_ON.test(name))
      .flatMap(([name, value]) => [value ?? ''].flat().map((one) => ({ name, value: one }))),
    body: Buffer.from(response.bytes).toString('base64'),
  };
}

/** Sends the page to where an answer came from after redirects; it then asks for that address. */
export function redirectTo(request: BrowserRequest, url: string): CdpObject {
  const { origin } = request.headers;
  const cors = origin === undefined ? [] : [{ name: 'access-control-allow-origin', value: origin }];
  return { requestId: request.id, responseCode: 302, responseHeaders: [{ name: 'location', value: url }, ...cors] };
}

/**
 * Lets the page ask another host. Without asking that host: a preflight protects a visitor's cookies, and there are none here; whether the page may read the
 * answer is decided by the answer's own headers.
 */
export function allowPreflight(request: BrowserRequest): CdpObject {
  const allowed = {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': 'GET',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
    'access-control-allow-credentials': 'true',
  };
  const responseHeaders = Object.entries(allowed).map(([name, value]) => ({ name, value }));
  return { requestId: request.id, responseCode: 204, responseHeaders };
}

/** The parameters of `Fetch.failRequest` for a request that is blocked. One that would lead the page elsewhere is broken off, so that the page stays. */
export function refusal(request: BrowserRequest): CdpObject {
  return { requestId: request.id, errorReason: request.kind === 'Document' ? 'Aborted' : 'BlockedByClient' };
}
