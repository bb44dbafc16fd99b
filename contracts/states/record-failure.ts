import { z } from 'zod';
import { ExecutionId } from '../ids.ts';
import { Failure } from '../session.ts';
import type { StateContract } from './state-contract.ts';

/**
 * What a stamp (a Pass before RecordFailure) writes: the failing state, the error's name, and the cause as Step Functions gives it.
 * When `state` is `GatherSources`, the error's name begins with the state in the branch that failed: `ScrapeCompany.PermissionDeniedError`.
 */
export const StampedFailure = z.object({ state: z.string(), error: z.string(), cause: z.string() });

/** What a stamp writes. */
export type StampedFailure = z.infer<typeof StampedFailure>;

/** Input of RecordFailure; the id comes from the context object, because the state may not have one yet. */
export const RecordFailureInput = z.object({ execution_id: ExecutionId, failure: StampedFailure });

/** Marks the session FAILED, with the state, the reason and the remedy. */
export const recordFailure = {
  state: 'RecordFailure',
  function: 'UpdateSession',
  summary:
    'Marks the session FAILED with the failing state, the reason and the remedy, and hands the reason on in plain words.',
  input: RecordFailureInput,
  output: Failure,
  errors: ['RejectedInputError', 'TransientUpstreamError', 'PermissionDeniedError', 'ConfigurationError'],
  environment: ['SESSIONS_TABLE', 'DAILY_BUDGET_USD', 'MAX_CONCURRENT_RUNS', 'PRICE_TRANSITION_USD'],
  volatile: [],
  stores_result: false,
  timeouts: { sdk_seconds: 8, function_seconds: 15, attempt_seconds: 20 },
  memory_mb: 512,
} as const satisfies StateContract;
