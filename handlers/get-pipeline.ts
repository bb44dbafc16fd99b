import type { PipelineStatusResponse, SessionRow } from '../contracts/index.ts';
import { ExecutionId, TASK_STATES } from '../contracts/index.ts';
import type { Services } from '../services/services.ts';
import { ownerOf } from './http/api-event.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute, HttpProblem, jsonResponse } from './http/define-route.ts';
import { sessionIdOf } from './session-ids.ts';

/** Handler of `GET /pipeline/{executionId}`: how far the run is. Another owner's run is as unknown as one that never was. */
export function createHandler(services: Services): RouteHandler {
  return defineRoute(services, async (event) => {
    const id = ExecutionId.safeParse(event.pathParameters?.executionId);
    const row = id.success ? await services.sessions.get(sessionIdOf(id.data)) : undefined;
    if (!id.success || row?.owner !== ownerOf(event) || row.execution_id !== id.data) throw unknownExecution();
    return jsonResponse(200, statusOf(row));
  });
}

/** What a row tells its owner. */
function statusOf(row: SessionRow): PipelineStatusResponse {
  const {
    execution_id,
    session_id,
    status,
    degraded,
    attempt,
    company_name,
    company_url,
    created_at,
    updated_at,
    usage,
  } = row;
  return {
    execution_id,
    session_id,
    status,
    degraded,
    attempt,
    company_name,
    company_url,
    created_at,
    updated_at,
    usage,
    states: TASK_STATES.flatMap((state) => {
      const progress = row.progress[state];
      return progress ? [{ state, ...progress }] : [];
    }),
    ...(row.execution_arn === undefined ? {} : { execution_arn: row.execution_arn }),
    ...(row.failure === undefined ? {} : { failure: row.failure }),
  };
}

function unknownExecution(): HttpProblem {
  return new HttpProblem({
    type: 'urn:interview-pipeline:problem:unknown-execution',
    title: 'There is no such run.',
    status: 404,
    detail: 'No run of yours has this execution id, or it has expired.',
    remedy: 'Use the execution_id that POST /pipeline answered with.',
  });
}
