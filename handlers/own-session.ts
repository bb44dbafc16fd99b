import type { SessionRow } from '../contracts/index.ts';
import { ExecutionId, executionPartsOf } from '../contracts/index.ts';
import type { Services } from '../services/services.ts';
import type { RouteRequest } from './http/define-route.ts';
import { HttpProblem } from './http/http-problem.ts';
import { sessionIdOf } from './session-ids.ts';

/**
 * The caller's session of the execution in the path; the id of an earlier attempt leads to it as well. Throws an {@link HttpProblem} 404 when there is
 * none: another owner's run is as unknown as one that never was.
 */
export async function ownSession(
  { sessions }: Pick<Services, 'sessions'>,
  { event, owner }: Pick<RouteRequest, 'event' | 'owner'>,
): Promise<SessionRow> {
  const id = ExecutionId.safeParse(event.pathParameters?.executionId);
  const row = id.success ? await sessions.get(sessionIdOf(id.data)) : undefined;
  if (!id.success || row?.owner !== owner || !belongsTo(id.data, row)) {
    throw new HttpProblem('unknown-execution', {
      detail: 'No run of yours has this execution id, or it has expired.',
    });
  }
  return row;
}

/** {@link ownSession}, which must not have gone on to another attempt. Throws an {@link HttpProblem} 409 when it has. */
export async function ownCurrentSession(
  services: Pick<Services, 'sessions'>,
  request: Pick<RouteRequest, 'event' | 'owner'>,
): Promise<SessionRow> {
  const row = await ownSession(services, request);
  if (row.execution_id === request.event.pathParameters?.executionId) return row;
  throw new HttpProblem('session-conflict', {
    detail: `The run has gone on: its attempt ${row.attempt} is ${row.execution_id}.`,
    remedy: 'Look at the newest attempt, then decide.',
  });
}

function belongsTo(executionId: string, row: SessionRow): boolean {
  const attempt = executionPartsOf(executionId)?.attempt;
  return executionId === row.execution_id || (attempt !== undefined && attempt < row.attempt);
}
