import { z } from 'zod';
import { BriefPointers } from '../session.ts';
import { AnySessionId, RunIds } from './run-state.ts';
import type { StateContract } from './state-contract.ts';

/** Input of UpdateSession. */
export const UpdateSessionInput = RunIds.extend({ brief: BriefPointers, degraded: z.boolean() });

/** The final output of the execution: small, because the brief lies in the artifact store. */
export const UpdateSessionOutput = z.object({
  session_id: AnySessionId,
  status: z.literal('SUCCEEDED'),
  degraded: z.boolean(),
  brief: BriefPointers,
});

/** Marks the session SUCCEEDED. */
export const updateSession = {
  state: 'UpdateSession',
  function: 'UpdateSession',
  summary: 'Marks the session SUCCEEDED and says where the brief is.',
  input: UpdateSessionInput,
  output: UpdateSessionOutput,
  errors: [
    'RejectedInputError',
    'SessionConflictError',
    'TransientUpstreamError',
    'PermissionDeniedError',
    'ConfigurationError',
  ],
  environment: ['SESSIONS_TABLE', 'DAILY_BUDGET_USD', 'MAX_CONCURRENT_RUNS', 'PRICE_TRANSITION_USD'],
  volatile: [],
  stores_result: false,
  timeouts: { sdk_seconds: 8, function_seconds: 15, attempt_seconds: 20 },
  memory_mb: 512,
} as const satisfies StateContract;
