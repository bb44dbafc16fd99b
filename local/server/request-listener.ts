import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { openApiDocument } from '../../contracts/http/openapi/document.ts';
import { ROUTES } from '../../contracts/index.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import type { RouteHandler } from '../../handlers/http/define-route.ts';
import { answering } from '../../handlers/http/define-route.ts';
import { matchRoute } from '../../handlers/http/match-route.ts';
import { jsonResponse } from '../../handlers/http/responses.ts';
import type { LocalDocumentUploads } from '../../services/artifacts/local-document-uploads.ts';
import type { StepLogger } from '../../services/step-logger.ts';
import type { AccessRules } from './access.ts';
import { refusalOf } from './access.ts';
import { apiGatewayEvent } from './api-gateway-event.ts';
import type { LocalAuthorizer, SignedRequest } from './authorizers/local-authorizer.ts';
import type { ConsoleAnswers } from './console/console-assets.ts';
import { isConsolePath } from './console/console-assets.ts';
import { GATEWAY_ERROR_HEADER, gatewayResponse, requestedGatewayResponse } from './gateway-response.ts';
import { atOriginOf } from './request-origin.ts';
import { BodyTooLarge, headersOf } from './server-request.ts';
import { takeInUpload, UPLOADS_PATH } from './uploads.ts';

/** What the local server answers with. */
export interface ListenerParts {
  readonly router: RouteHandler;
  readonly uploads: LocalDocumentUploads;
  readonly access: AccessRules;
  /** Says who a caller is; undefined where nobody signs in. */
  readonly authorizer: LocalAuthorizer | undefined;
  readonly logger: StepLogger;
  /** The page to start and watch runs with; in AWS there is none. */
  readonly console: ConsoleAnswers;
  /** What the gateway answers in place of the routes, when a scenario wants it to. */
  readonly interject: (method: string, path: string) => ApiResponse | undefined;
}

/** Where the server describes itself; in AWS the description is a file of the repository. */
const DESCRIPTION_PATH = '/openapi.json';

/** Answers requests as gateway and handlers do in AWS: what the gateway refuses first, then the routes, around the same handlers. */
export function requestListener(parts: ListenerParts): RequestListener {
  return (request, response) => {
    atOriginOf(request.headers.host, () => answer(parts, request))
      .then((answered) => send(request, response, answered))
      .catch((error: unknown) => {
        parts.logger.error('request not answered', { reason: String(error) });
        response.destroy();
      });
  };
}

async function answer(parts: ListenerParts, request: IncomingMessage): Promise<ApiResponse> {
  const url = urlOf(request);
  const requestId = randomUUID();
  if (url === null) return gatewayResponse(403);
  const headers = headersOf(request);
  const approach = { method: request.method ?? 'GET', path: url.pathname, headers };
  return answering(parts, async () => {
    const interjected =
      refusalAt(parts, approach) ??
      requestedGatewayResponse(headers[GATEWAY_ERROR_HEADER]) ??
      parts.interject(approach.method, approach.path);
    return interjected ?? routed(parts, request, url, requestId);
  })({ requestContext: { requestId } });
}

/** What a request asks for. A path that begins with two slashes is a path, not the name of another machine. Null for what is none, such as `*`. */
function urlOf({ url = '/' }: IncomingMessage): URL | null {
  return URL.parse(url.startsWith('/') ? `http://local${url}` : url);
}

/** A form carries its own grant, as one that is sent to S3 does: it needs no token beside it. Neither does the page, which asks for the token. */
function refusalAt({ access }: ListenerParts, approach: Parameters<typeof refusalOf>[1]): ApiResponse | undefined {
  const isOpen = approach.path === UPLOADS_PATH || isConsolePath(approach.path);
  return refusalOf(isOpen ? { ...access, token: undefined } : access, approach);
}

async function routed(
  parts: ListenerParts,
  request: IncomingMessage,
  url: URL,
  requestId: string,
): Promise<ApiResponse> {
  const method = request.method ?? 'GET';
  if (method === 'POST' && url.pathname === UPLOADS_PATH) return takeInUpload(parts.uploads, request);
  // What only this server has is told of without its body too, as pages are; the routes answer HEAD as they do in AWS.
  const reading = method === 'HEAD' ? 'GET' : method;
  if (reading === 'GET' && url.pathname === DESCRIPTION_PATH) return jsonResponse(200, openApiDocument());
  const page = parts.console({ headers: headersOf(request) }, reading, url.pathname);
  if (page !== undefined) return page;
  try {
    const match = matchRoute(method, url.pathname);
    const isOpen = 'operation' in match && ROUTES[match.operation].open === true;
    const event = await apiGatewayEvent(request, url, requestId, (signed) => authorized(parts, signed, isOpen));
    return await parts.router(event);
  } catch (error) {
    if (error instanceof BodyTooLarge) return gatewayResponse(413);
    if (error instanceof NotAuthorized) return gatewayResponse(error.status);
    throw error;
  }
}

/** A request that the authorizer does not let through. */
class NotAuthorized extends Error {
  readonly status: 401 | 403;

  constructor(status: 401 | 403) {
    super('The request is not signed as it must be.');
    this.name = 'NotAuthorized';
    this.status = status;
  }
}

async function authorized(
  { authorizer }: ListenerParts,
  request: SignedRequest,
  isOpen: boolean,
): Promise<object | undefined> {
  if (authorizer === undefined || isOpen) return undefined;
  const context = await authorizer.authorize(request);
  if (context === undefined) throw new NotAuthorized(authorizer.refusal);
  return context;
}

function send(request: IncomingMessage, response: ServerResponse, { statusCode, headers, body }: ApiResponse): void {
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) response.shouldKeepAlive = false;
  const hasBody = statusCode !== 204 && statusCode !== 304;
  response.writeHead(statusCode, { ...headers, ...(hasBody ? { 'content-length': Buffer.byteLength(body) } : {}) });
  response.end(hasBody ? body : undefined);
}
