import type { HealthResponse } from '../contracts/index.ts';
import { ROUTES } from '../contracts/index.ts';
import type { RouteHandler, RouteServices } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { jsonResponse } from './http/responses.ts';

/** Handler of `GET /health`: that the API answers. */
export function createHandler(services: RouteServices): RouteHandler {
  const body: HealthResponse = { status: 'ok' };
  return defineRoute(ROUTES.getHealth, services, async () => jsonResponse(200, body));
}
