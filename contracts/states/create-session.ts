import { z } from 'zod';
import { ExecutionId } from '../ids.ts';
import { ExecutionInput } from '../request.ts';
import { RunState } from './run-state.ts';
import type { StateContract } from './state-contract.ts';

/** What CreateSession takes: the execution's own data from the context object, and the request. */
export const CreateSessionInput = z.object({
  execution_arn: z.string().min(1).max(2_048),
  execution_id: ExecutionId,
  started_at: z.iso.datetime(),
  request: ExecutionInput,
});

/** Input of CreateSession. */
export type CreateSessionInput = z.infer<typeof CreateSessionInput>;

/** Claims the session row, or creates it when the execution was started by hand, and fills in every default. */
export const createSession = {
  state: 'CreateSession',
  function: 'CreateSession',
  summary: 'Claims the session row (creates it when the execution was started by hand) and fills in every default.',
  input: CreateSessionInput,
  output: RunState,
  errors: [
    'RejectedInputError',
    'SessionConflictError',
    'TransientUpstreamError',
    'PermissionDeniedError',
    'QuotaExceededError',
    'ConfigurationError',
  ],
  environment: [
    'SESSIONS_TABLE',
    'DELIVERY_WAIT_SECONDS',
    'MAX_RUN_COST_USD',
    'DAILY_BUDGET_USD',
    'MAX_CONCURRENT_RUNS',
    'PRICE_TRANSITION_USD',
  ],
  volatile: [],
  stores_result: false,
  timeouts: { sdk_seconds: 8, function_seconds: 15, attempt_seconds: 20 },
  memory_mb: 512,
} as const satisfies StateContract;
