import { z } from 'zod';
import { ArtifactPointer } from '../pointer.ts';
import { MergedState } from './run-state.ts';
import type { StateContract } from './state-contract.ts';

/** Input of AnalyzeWithComprehend. */
export const AnalyzeWithComprehendInput = MergedState.pick({
  session_id: true,
  execution_id: true,
  company_name: true,
  company_url: true,
  website: true,
  documents: true,
});

/** Output of AnalyzeWithComprehend. */
export const AnalyzeWithComprehendOutput = z.object({
  pointer: ArtifactPointer,
  source_count: z.number().int().nonnegative(),
  entity_count: z.number().int().nonnegative(),
  key_phrase_count: z.number().int().nonnegative(),
  comprehend_units: z.number().int().nonnegative(),
});

/** Finds entities, key phrases, sentiment and language in the sources. */
export const analyzeWithComprehend = {
  state: 'AnalyzeWithComprehend',
  function: 'AnalyzeWithComprehend',
  summary:
    'Finds entities, key phrases, sentiment and language in every source and merges them. Without any source the run ends here.',
  input: AnalyzeWithComprehendInput,
  output: AnalyzeWithComprehendOutput,
  errors: [
    'NoEvidenceError',
    'TransientUpstreamError',
    'RejectedInputError',
    'PermissionDeniedError',
    'QuotaExceededError',
    'SessionConflictError',
    'ConfigurationError',
  ],
  environment: [
    'ARTIFACTS_BUCKET',
    'SESSIONS_TABLE',
    'COMPREHEND_REQUESTS_PER_SECOND',
    'MAX_RUN_COST_USD',
    'PRICE_TRANSITION_USD',
    'PRICE_COMPREHEND_UNIT_USD',
  ],
  volatile: ['execution_id'],
  stores_result: true,
  timeouts: { sdk_seconds: 30, function_seconds: 240, attempt_seconds: 250 },
  memory_mb: 1_024,
} as const satisfies StateContract;
