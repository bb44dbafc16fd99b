import { IdempotencyKey, ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import { briefRequestOf } from './api-request.ts';
import { sha256OfJson } from './canonical-json.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { HttpProblem } from './http/http-problem.ts';
import { startPending } from './pipeline-starts.ts';
import { startedResponse } from './run-view.ts';

/** Handler of `POST /pipeline`: 202 with the execution and where to ask for it. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.startPipeline, services, async ({ event, owner, body }) => {
    const started = await startPending(
      services,
      { request_sha256: sha256OfJson(body), resolve: () => briefRequestOf(services, owner, body) },
      { owner, ...keyOf(event.headers['idempotency-key']) },
    );
    return startedResponse(started);
  });
}

function keyOf(given: string | undefined): { readonly idempotency_key?: string } {
  if (given === undefined) return {};
  const key = IdempotencyKey.safeParse(given);
  if (key.success) return { idempotency_key: key.data };
  const message = 'must be 1 to 255 visible ASCII characters';
  throw new HttpProblem('invalid-parameter', {
    detail: `Idempotency-Key: ${message}`,
    errors: [{ field: 'Idempotency-Key', message }],
  });
}
