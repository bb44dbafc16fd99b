import type {
  PipelineStatusResponse,
  PipelineSummary,
  Prices,
  SessionRow,
  StartPipelineResponse,
} from '../contracts/index.ts';
import { RETRY_AFTER_SECONDS, TASK_STATES } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import { hasEnded } from './fresh-session.ts';
import type { ApiResponse } from './http/api-event.ts';
import { jsonResponse } from './http/responses.ts';
import type { StartedPipeline } from './pipeline-starts.ts';
import { runUsage } from './run-usage.ts';

/** What a row tells its owner in a listing. */
export function summaryOf(row: SessionRow): PipelineSummary {
  return {
    execution_id: row.execution_id,
    ...(row.execution_arn === undefined ? {} : { execution_arn: row.execution_arn }),
    session_id: row.session_id,
    status: row.status,
    degraded: row.degraded,
    attempt: row.attempt,
    company_name: row.company_name,
    company_url: row.company_url,
    created_at: row.created_at,
    updated_at: row.updated_at,
    links: linksOf(row),
  };
}

/** Everything a row tells its owner. */
function statusOf(row: SessionRow, prices: Prices): PipelineStatusResponse {
  const usage = runUsage(row, prices);
  return {
    ...summaryOf(row),
    states: TASK_STATES.flatMap((state) => {
      const { sources: _sources, ...progress } = row.progress[state] ?? {};
      return 'status' in progress ? [{ state, ...progress }] : [];
    }),
    sources: TASK_STATES.flatMap((state) => row.progress[state]?.sources ?? []),
    usage,
    estimated_cost_usd: usage.estimated_cost_usd,
    ...(row.failure === undefined ? {} : { failure: row.failure }),
  };
}

/** The answer to whoever looks at a run. */
export function statusResponse({ settings }: Pick<StepServices, 'settings'>, row: SessionRow): ApiResponse {
  return jsonResponse(
    200,
    statusOf(row, settings.prices),
    hasEnded(row) ? {} : { 'retry-after': String(RETRY_AFTER_SECONDS) },
  );
}

/** The answer to whoever started an attempt: where to ask for it, and when. */
export function startedResponse({ row, execution_arn }: StartedPipeline): ApiResponse {
  const { execution_id, session_id, status } = row;
  const status_url = runPath(row);
  const body: StartPipelineResponse = { execution_arn, execution_id, session_id, status, status_url };
  return jsonResponse(202, body, { location: status_url, 'retry-after': String(RETRY_AFTER_SECONDS) });
}

function linksOf(row: SessionRow): PipelineSummary['links'] {
  const self = runPath(row);
  if (!hasEnded(row)) return { self, stop: `${self}/stop` };
  return row.status === 'SUCCEEDED' ? { self, brief: `${self}/brief` } : { self, retry: `${self}/retry` };
}

function runPath({ execution_id }: SessionRow): string {
  return `/pipeline/${execution_id}`;
}
