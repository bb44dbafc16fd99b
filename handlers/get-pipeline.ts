import { ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import { freshSession } from './fresh-session.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { unlessUnchanged } from './http/responses.ts';
import { ownSession } from './own-session.ts';
import { statusResponse } from './run-view.ts';

/** Handler of `GET /pipeline/{executionId}`: how far the run is, by one read of its row; 304 while nothing has changed. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.getPipeline, services, async (request) => {
    const row = await freshSession(services, await ownSession(services, request));
    return unlessUnchanged(request.event, statusResponse(services, row));
  });
}
