import type { OperationId } from '../../contracts/index.ts';
import type { ApiServices } from '../../services/services.ts';
import { createHandler as createDocument } from '../create-document.ts';
import { createHandler as deletePipeline } from '../delete-pipeline.ts';
import { createHandler as getBrief } from '../get-brief.ts';
import { createHandler as getHealth } from '../get-health.ts';
import { createHandler as getPipeline } from '../get-pipeline.ts';
import { createHandler as listPipelines } from '../list-pipelines.ts';
import { createHandler as retryPipeline } from '../retry-pipeline.ts';
import { createHandler as startPipeline } from '../start-pipeline.ts';
import { createHandler as stopPipeline } from '../stop-pipeline.ts';
import { createHandler as unknownRoute } from '../unknown-route.ts';
import { ApiEvent } from './api-event.ts';
import type { RouteHandler } from './define-route.ts';
import { matchRoute } from './match-route.ts';

/** What makes the handler of each route; methods and paths stand in the contracts, from which the stack makes its routes. */
const ROUTE_HANDLERS: { readonly [Operation in OperationId]: (services: ApiServices) => RouteHandler } = {
  createDocument,
  startPipeline,
  listPipelines,
  getPipeline,
  getBrief,
  stopPipeline,
  retryPipeline,
  deletePipeline,
  getHealth,
};

/** All routes behind one handler, as API Gateway leads to them: what is no route is answered as well. */
export function createRouter(services: ApiServices): RouteHandler {
  const handlers = new Map(
    Object.entries(ROUTE_HANDLERS).map(([operation, create]) => [operation, create(services)] as const),
  );
  const unknown = unknownRoute(services);
  return async (given) => {
    const event = ApiEvent.parse(given);
    const match = matchRoute(event.requestContext.http?.method ?? '', event.rawPath);
    if ('allowed' in match) return unknown(event);
    const handler = handlers.get(match.operation) ?? unknown;
    return handler({ ...event, pathParameters: match.pathParameters });
  };
}
