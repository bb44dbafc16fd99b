import { ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import { freshSession } from './fresh-session.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { ownCurrentSession } from './own-session.ts';
import { continuePipeline } from './pipeline-starts.ts';
import { startedResponse } from './run-view.ts';

/** Handler of `POST /pipeline/{executionId}/retry`: 202 with the new attempt. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.retryPipeline, services, async (request) => {
    const { session_id } = await freshSession(services, await ownCurrentSession(services, request));
    return startedResponse(await continuePipeline(services, session_id));
  });
}
