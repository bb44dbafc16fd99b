import { ReadResult, RunState } from './run-state.ts';
import type { StateContract } from './state-contract.ts';

/** Input of ParseDocuments. */
export const ParseDocumentsInput = RunState.pick({
  session_id: true,
  execution_id: true,
  documents: true,
  deadline_at: true,
});

/** Reads the documents; one that cannot be read becomes a gap. */
export const parseDocuments = {
  state: 'ParseDocuments',
  function: 'ParseDocuments',
  summary:
    'Reads the documents; one that cannot be read becomes a gap. Leaves text and passages in the artifact store.',
  input: ParseDocumentsInput,
  output: ReadResult,
  errors: [
    'RejectedInputError',
    'TransientUpstreamError',
    'PermissionDeniedError',
    'QuotaExceededError',
    'SessionConflictError',
    'ConfigurationError',
  ],
  environment: [
    'ARTIFACTS_BUCKET',
    'SESSIONS_TABLE',
    'TEXTRACT_PAGES_PER_SECOND',
    'MAX_RUN_COST_USD',
    'PRICE_TRANSITION_USD',
    'PRICE_TEXTRACT_PAGE_USD',
  ],
  volatile: ['execution_id', 'deadline_at'],
  stores_result: true,
  timeouts: { sdk_seconds: 60, function_seconds: 300, attempt_seconds: 310 },
  memory_mb: 2_048,
} as const satisfies StateContract;
