import type { StartPipelineResponse } from '../contracts/index.ts';
import { IdempotencyKey, RejectedInputError, StartPipelineBody } from '../contracts/index.ts';
import type { Services } from '../services/services.ts';
import type { ApiEvent } from './http/api-event.ts';
import { bodyOf, ownerOf } from './http/api-event.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute, jsonResponse, parseBody } from './http/define-route.ts';
import type { Caller } from './pipeline-starts.ts';
import { startPipeline } from './pipeline-starts.ts';

/** Seconds after which a caller does well to ask for the first time: the shortest run takes about as long. */
const RETRY_AFTER_SECONDS = 2;

/** Handler of `POST /pipeline`: 202 with the execution and where to ask for it. */
export function createHandler(services: Services): RouteHandler {
  return defineRoute(services, async (event) => {
    const request = parseBody(StartPipelineBody, bodyOf(event));
    const { row, execution_arn } = await startPipeline(services, request, callerOf(event));
    const status_url = `/pipeline/${row.execution_id}`;
    const { execution_id, session_id, status } = row;
    const body: StartPipelineResponse = { execution_arn, execution_id, session_id, status, status_url };
    return jsonResponse(202, body, 'application/json', {
      location: status_url,
      'retry-after': String(RETRY_AFTER_SECONDS),
    });
  });
}

function callerOf(event: ApiEvent): Caller {
  const key = event.headers['idempotency-key'];
  const owner = ownerOf(event);
  if (key === undefined) return { owner };
  const parsed = IdempotencyKey.safeParse(key);
  if (!parsed.success)
    throw new RejectedInputError('The header Idempotency-Key must be 1 to 255 visible ASCII characters.');
  return { owner, idempotency_key: parsed.data };
}
