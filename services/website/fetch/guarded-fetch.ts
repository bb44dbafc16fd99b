import type { IncomingHttpHeaders } from 'node:http';
import type { Agent } from 'undici';
import { request } from 'undici';
import { SiteUnavailableError } from '../../../contracts/index.ts';
import { USER_AGENT } from '../identity.ts';
import { MAX_REDIRECTS, MAX_RUN_BYTES, REQUEST_TIMEOUT_MILLISECONDS } from '../limits.ts';
import { checkUrl } from './check-url.ts';
import { fetchError, forbiddenAddress, invalidRedirect } from './fetch-errors.ts';
import { createGuardedAgent } from './guarded-agent.ts';
import type { BodyLimits } from './read-body.ts';
import { readBody } from './read-body.ts';
import type { Resolve } from './resolve.ts';
import { resolveWithSystem } from './resolve.ts';

/** How a fetcher is made. */
export interface GuardedFetchOptions {
  /** `host:port` pairs that may be on this machine. */
  readonly allowHosts?: readonly string[];
  /** Replaces the operating system's resolver. */
  readonly resolve?: Resolve;
  /** One request as a whole, in milliseconds. */
  readonly timeoutMilliseconds?: number;
  /** Called before each request that goes out, redirects included, with its host. */
  readonly onRequest?: (host: string) => void;
}

/** What to fetch, and how much of it. */
export interface FetchRequest {
  readonly url: string;
  /** Value of the `Accept` header. */
  readonly accept: string;
  /** Further headers, names in lower case. They go to the origin of `url` only, not to where it redirects. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly limits: BodyLimits | ((contentType: string) => BodyLimits);
  readonly signal?: AbortSignal;
}

/** An answer, whatever its status. */
export interface FetchedResponse {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Media type in lower case without parameters; empty when the server names none. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** True when a limit ended the body. */
  readonly truncated: boolean;
}

/** Fetches addresses that callers and strangers give, without ever reaching into a private network. */
export interface GuardedFetch {
  /**
   * Gets an address, following up to {@link MAX_REDIRECTS} redirects, each checked like the first. Throws `RejectedInputError` when the
   * address itself is forbidden, `SiteUnavailableError` when a redirect leads to a forbidden one or the host cannot be read,
   * `TransientUpstreamError` when it did not answer in time.
   */
  get(request: FetchRequest): Promise<FetchedResponse>;
  /** Closes all connections. */
  close(): Promise<void>;
}

const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function firstOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** `text/html` out of `Text/HTML; charset=utf-8`. */
function mediaTypeOf(headers: IncomingHttpHeaders): string {
  return (firstOf(headers['content-type']).split(';')[0] ?? '').trim().toLowerCase();
}

interface Hop {
  readonly response?: FetchedResponse;
  readonly location?: string;
}

class Fetcher implements GuardedFetch {
  readonly #agent: Agent;
  readonly #options: GuardedFetchOptions;
  #runBytes = 0;

  constructor(options: GuardedFetchOptions) {
    this.#options = options;
    this.#agent = createGuardedAgent({
      allowHosts: options.allowHosts ?? [],
      resolve: options.resolve ?? resolveWithSystem,
    });
  }

  async get(wanted: FetchRequest): Promise<FetchedResponse> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMilliseconds ?? REQUEST_TIMEOUT_MILLISECONDS);
    const signal = wanted.signal === undefined ? timeout : AbortSignal.any([wanted.signal, timeout]);
    let url = this.#checked(wanted.url, wanted.url);
    const requested = url.href;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const hop = await this.#hop(wanted, requested, url, signal);
      if (hop.response !== undefined) return hop.response;
      url = this.#redirected(requested, url, hop.location ?? '');
    }
    throw new SiteUnavailableError(`${requested} could not be read: it redirects more than ${MAX_REDIRECTS} times.`);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #checked(address: string, requested: string): URL {
    const verdict = checkUrl(address, this.#options.allowHosts);
    if (verdict.allowed) return verdict.url;
    throw forbiddenAddress({ requested, url: address }, verdict.reason);
  }

  #redirected(requested: string, from: URL, location: string): URL {
    if (!URL.canParse(location, from.href)) throw invalidRedirect({ requested, url: from.href }, location);
    return this.#checked(new URL(location, from).href, requested);
  }

  async #hop(wanted: FetchRequest, requested: string, url: URL, signal: AbortSignal): Promise<Hop> {
    try {
      return await this.#exchange(wanted, url, signal);
    } catch (error) {
      throw fetchError({ requested, url: url.href }, error);
    }
  }

  async #exchange(wanted: FetchRequest, url: URL, signal: AbortSignal): Promise<Hop> {
    if (this.#runBytes > MAX_RUN_BYTES)
      throw new SiteUnavailableError(`${url.href} was not read: the run has taken ${MAX_RUN_BYTES} bytes, its limit.`);
    signal.throwIfAborted();
    this.#options.onRequest?.(url.host);
    const isAskedOrigin = url.origin === new URL(wanted.url).origin;
    const { statusCode, headers, body } = await request(url, {
      dispatcher: this.#agent,
      signal,
      headers: {
        ...(isAskedOrigin ? wanted.headers : {}),
        'user-agent': USER_AGENT,
        accept: wanted.accept,
        'accept-language': 'en, *;q=0.5',
        'accept-encoding': 'gzip, deflate, br, zstd',
      },
    });
    const location = firstOf(headers.location);
    if (REDIRECT_STATUS.has(statusCode) && location !== '') {
      body.on('error', () => undefined).destroy();
      return { location };
    }
    const contentType = mediaTypeOf(headers);
    const limits = typeof wanted.limits === 'function' ? wanted.limits(contentType) : wanted.limits;
    const read = await readBody(body, firstOf(headers['content-encoding']), limits, signal);
    this.#runBytes += read.wireBytes;
    return {
      response: {
        url: url.href,
        status: statusCode,
        headers,
        contentType,
        bytes: read.bytes,
        truncated: read.truncated,
      },
    };
  }
}

/** Makes a fetcher; close it when the reading is over. */
export function createGuardedFetch(options: GuardedFetchOptions = {}): GuardedFetch {
  return new Fetcher(options);
}
