import { createHandler as createGetHealth } from './get-health.ts';
import { ApiEvent } from './http/api-event.ts';
import type { RouteHandler, RouteServices } from './http/define-route.ts';
import { matchRoute } from './http/match-route.ts';
import { createHandler as createUnknownRoute } from './unknown-route.ts';

/** Handler of `GET /health` and of everything that is no route: the two that need nothing behind the API. */
export function createHandler(services: RouteServices): RouteHandler {
  const [health, unknown] = [createGetHealth(services), createUnknownRoute(services)];
  return async (given) => {
    const { rawPath, requestContext } = ApiEvent.parse(given);
    const match = matchRoute(requestContext.http?.method ?? '', rawPath);
    return 'operation' in match && match.operation === 'getHealth' ? health(given) : unknown(given);
  };
}
