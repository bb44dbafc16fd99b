import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { SignedRequest } from './authorizers/local-authorizer.ts';
import { MAX_GATEWAY_BODY_BYTES } from './limits.ts';
import { headersOf, readRequestBody } from './server-request.ts';

/** Types whose bodies the gateway hands on as they are; all others it encodes. */
const TEXT_TYPES = /^(?:text\/|application\/(?:json|javascript|xml|[^;]*\+(?:json|xml)))/i;

/**
 * The event that API Gateway would make of a request (payload format 2.0), as far as handlers read it; `authorize` says who sent it. Throws `BodyTooLarge` for a body that the gateway
 * refuses.
 */
export async function apiGatewayEvent(
  request: IncomingMessage,
  url: URL,
  requestId: string,
  authorize: (request: SignedRequest) => Promise<object | undefined>,
): Promise<object> {
  const headers = headersOf(request);
  const body = await readRequestBody(request, MAX_GATEWAY_BODY_BYTES);
  const method = request.method ?? 'GET';
  const authorizer = await authorize({ method, url, headers, body });
  // Bytes that are no text are handed on as they are: turned into text, they would be others.
  const isBase64Encoded = body.byteLength > 0 && !(TEXT_TYPES.test(headers['content-type'] ?? '') && isUtf8(body));
  return {
    version: '2.0',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    queryStringParameters: joined(url.searchParams),
    ...(body.byteLength === 0 ? {} : { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
    requestContext: {
      requestId,
      http: { method, path: url.pathname, sourceIp: request.socket.remoteAddress },
      ...(authorizer && { authorizer }),
    },
  };
}

/** The gateway joins parameters that are given more than once with commas. */
function joined(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]));
}
