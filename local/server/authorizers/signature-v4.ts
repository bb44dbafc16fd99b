import { createHash, createHmac } from 'node:crypto';
import type { SignedRequest } from './local-authorizer.ts';

/** What a signature is made with, beside the request. */
export interface SignatureParts {
  readonly secretAccessKey: string;
  /** Day, region, service and `aws4_request`, joined by slashes. */
  readonly scope: string;
  /** `20261122T080000Z`. */
  readonly date: string;
  /** Names in lower case, in the order in which they are signed. */
  readonly signedHeaders: readonly string[];
}

/** The signature of a request by AWS Signature Version 4, lower-case hex. */
export function signatureOf(
  request: SignedRequest,
  { secretAccessKey, scope, date, signedHeaders }: SignatureParts,
): string {
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest(request, signedHeaders))].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer>((previous, part) => hmac(previous, part), Buffer.from(`AWS4${secretAccessKey}`));
  return hmac(key, toSign).toString('hex');
}

function canonicalRequest({ method, url, headers, body }: SignedRequest, signedHeaders: readonly string[]): string {
  const canonicalHeaders = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  return [
    method,
    url.pathname.split('/').map(encoded).join('/'),
    canonicalQuery(url.searchParams),
    canonicalHeaders.join(''),
    signedHeaders.join(';'),
    sha256(body),
  ].join('\n');
}

function canonicalQuery(parameters: URLSearchParams): string {
  const pairs = [...parameters].map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return pairs.sort().join('&');
}

/** RFC 3986: also what `encodeURIComponent` leaves alone. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
