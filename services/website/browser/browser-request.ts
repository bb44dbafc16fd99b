import type { CdpObject } from './cdp-connection.ts';
import { asObject, textOf } from './cdp-connection.ts';

/** A request that a page makes and that the browser holds until it is told what to do with it. */
export interface BrowserRequest {
  /** Name of the held request, for the answer. */
  readonly id: string;
  readonly url: string;
  readonly method: string;
  /** Kind of what is asked for: `Document`, `Script`, `Stylesheet`, `XHR`, `Fetch`, `Image`, … */
  readonly kind: string;
  readonly frame: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads the parameters of `Fetch.requestPaused`. */
export function browserRequestOf(params: CdpObject): BrowserRequest {
  const request = asObject(params.request);
  const headers = Object.entries(asObject(request.headers)).map(([name, value]) => [name.toLowerCase(), textOf(value)]);
  return {
    id: textOf(params.requestId),
    url: textOf(request.url),
    method: textOf(request.method),
    kind: textOf(params.resourceType),
    frame: textOf(params.frameId),
    headers: Object.fromEntries(headers),
  };
}

/** Kinds of requests without which a page cannot show its text. Pictures, media, fonts, frames of others, beacons and streams are not fetched. */
const NEEDED_KINDS: ReadonlySet<string> = new Set(['Document', 'Script', 'Stylesheet', 'XHR', 'Fetch']);

/** Whether a page needs the answer to show its text, and asking for it changes nothing on the server. */
export function isNeeded({ kind, method, url }: BrowserRequest): boolean {
  return NEEDED_KINDS.has(kind) && method === 'GET' && /^https?:/.test(url);
}

/** Whether a page asks if it may ask another host (CORS). */
export function isPreflight({ kind, method }: BrowserRequest): boolean {
  return kind === 'Preflight' || method === 'OPTIONS';
}

/** Headers that go on: who asks, what is wanted, and a page's own, such as the public key of an interface; none that plays another address or another method. */
const FORWARDED =
  /^(?:accept|authorization|origin|referer|api-?key|x-(?!forwarded|real-ip|client-ip|original|rewrite|http-method|method|host)[\w-]+)$/;

/** The headers of a request that are sent on. Cookies and what the browser says of itself stay here. */
export function forwardedHeaders({ headers }: BrowserRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => FORWARDED.test(name)));
}
