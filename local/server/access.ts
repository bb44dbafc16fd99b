import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import { HttpProblem } from '../../handlers/http/http-problem.ts';
import { gatewayResponse } from './gateway-response.ts';

/** Who may ask a server. */
export interface AccessRules {
  /** The address it listens at. */
  readonly host: string;
  /** What callers have to bring as a bearer token; nobody is asked without. */
  readonly token: string | undefined;
}

/** What a request says of where it comes from. */
export interface Approach {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Holds a request against the rules: the gateway's 401 without the token. Throws an `HttpProblem` 403 when a page of another origin sends it, or when the
 * name it was sent to is not this machine's, which is how a page makes a browser talk to a server behind its back (DNS rebinding).
 */
export function refusalOf({ host, token }: AccessRules, { method, path, headers }: Approach): ApiResponse | undefined {
  const named = hostNameOf(headers.host);
  if (isLoopback(host) && !(named !== undefined && isLoopback(named)))
    throw foreign('The header Host does not name this machine.');
  const { origin } = headers;
  if (method !== 'GET' && origin !== undefined && origin !== `http://${headers.host}`) {
    throw foreign('The header Origin names another origin.');
  }
  if (token === undefined || path === '/health') return undefined;
  return sameText(headers.authorization ?? '', `Bearer ${token}`) ? undefined : gatewayResponse(401);
}

function foreign(detail: string): HttpProblem {
  return new HttpProblem('cross-origin', { detail });
}

function hostNameOf(header: string | undefined): string | undefined {
  return URL.parse(`http://${header ?? ''}`)?.hostname.replace(/^\[|\]$/g, '');
}

/** Compares hashes, so that the time it takes tells nothing of the text. */
function sameText(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
