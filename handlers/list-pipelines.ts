import type { ListPipelinesResponse } from '../contracts/index.ts';
import { ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { jsonResponse } from './http/responses.ts';
import { summaryOf } from './run-view.ts';

/** Handler of `GET /pipeline`: the caller's own runs, newest first. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.listPipelines, services, async ({ owner, query: { status, limit, cursor } }) => {
    const page = await services.sessions.list({
      owner,
      limit,
      ...(status === undefined ? {} : { status }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const body: ListPipelinesResponse = {
      runs: page.rows.map(summaryOf),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
    return jsonResponse(200, body);
  });
}
