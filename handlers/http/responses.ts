import { createHash } from 'node:crypto';
import type { ApiEvent, ApiResponse } from './api-event.ts';

/**
 * Headers of every answer: nothing may be guessed, framed, leaked by referrer or read by another origin; what a brief shows is one person's
 * business, so no cache between us may keep it. Two years of HTTPS is what browsers' preload lists ask for; they ignore it over plain HTTP.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A JSON answer. */
export function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** An answer with an `ETag` of its body, or 304 without one when the caller has it already. */
export function unlessUnchanged(event: Pick<ApiEvent, 'headers'>, response: ApiResponse): ApiResponse {
  const etag = `"${createHash('sha256').update(response.body).digest('base64url')}"`;
  // The caller may keep it, and has to ask before it is used again.
  const headers: Record<string, string> = { ...response.headers, etag, 'cache-control': 'private, no-cache' };
  if (!matches(event.headers['if-none-match'], etag)) return { ...response, headers };
  const { 'content-type': _type, ...kept } = headers;
  return { statusCode: 304, headers: kept, body: '' };
}

/** RFC 9110 §13.1.2: a list of tags, compared weakly, or `*`. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const given = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return given.includes(etag) || given.includes('*');
}
