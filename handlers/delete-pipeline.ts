import { executionIdOf, ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import { forgetDocuments } from './forget-documents.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { ownSession } from './own-session.ts';
import { stopSession } from './stop-session.ts';

/** Handler of `DELETE /pipeline/{executionId}`: stops the run and removes everything that is kept of its session. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.deletePipeline, services, async (request) => {
    const row = await stopSession(services, await ownSession(services, request));
    await forgetDocuments(services, row);
    await services.artifacts.deletePrefix(`briefs/${row.session_id}/`);
    await services.artifacts.deletePrefix(`work/${row.session_id}/`);
    for (let attempt = 1; attempt <= row.attempt; attempt += 1)
      await services.executions.forget(executionIdOf(row.session_id, attempt));
    // The row goes last: whatever fails before leaves it, and with it the way to ask again.
    await services.sessions.delete(row.session_id);
    return { statusCode: 204, headers: {}, body: '' };
  });
}
