import { ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { ownCurrentSession } from './own-session.ts';
import { statusResponse } from './run-view.ts';
import { stopSession } from './stop-session.ts';

/** Handler of `POST /pipeline/{executionId}/stop`: the run as it is then. Stopping twice is stopping once. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.stopPipeline, services, async (request) =>
    statusResponse(services, await stopSession(services, await ownCurrentSession(services, request))),
  );
}
