import { z } from 'zod';
import { ArtifactPointer } from '../pointer.ts';
import { BriefPointers } from '../session.ts';
import { MergedState } from './run-state.ts';
import type { StateContract } from './state-contract.ts';

/** Input of GenerateBrief. */
export const GenerateBriefInput = MergedState.pick({
  session_id: true,
  execution_id: true,
  company_name: true,
  company_url: true,
  role: true,
  audience: true,
  website: true,
  documents: true,
}).extend({ analysis: ArtifactPointer });

/** Output of GenerateBrief. */
export const GenerateBriefOutput = z.object({
  brief: BriefPointers,
  degraded: z.boolean(),
  section_count: z.number().int().nonnegative(),
  claim_count: z.number().int().nonnegative(),
  dropped_claim_count: z.number().int().nonnegative(),
  gap_count: z.number().int().nonnegative(),
  words: z.number().int().nonnegative(),
  input_tokens: z.number().int().nonnegative(),
  output_tokens: z.number().int().nonnegative(),
});

/** Writes the brief, checks every claim against its quotes, and renders it. */
export const generateBrief = {
  state: 'GenerateBrief',
  function: 'GenerateBrief',
  summary:
    'Has the brief written, holds every claim against the words it cites, drops what does not stand, and renders JSON, Markdown and HTML.',
  input: GenerateBriefInput,
  output: GenerateBriefOutput,
  errors: [
    'TransientUpstreamError',
    'RejectedInputError',
    'NoEvidenceError',
    'PermissionDeniedError',
    'QuotaExceededError',
    'ModelRefusedError',
    'ModelOutputInvalidError',
    'GuardrailBlockedError',
    'SessionConflictError',
    'ConfigurationError',
  ],
  environment: [
    'ARTIFACTS_BUCKET',
    'SESSIONS_TABLE',
    'BEDROCK_MODEL_ID',
    'BEDROCK_STRUCTURED_OUTPUT',
    'BEDROCK_INPUT_TOKENS',
    'BEDROCK_OUTPUT_TOKENS_PER_SECTION',
    'BEDROCK_CALLS_AT_ONCE',
    'BEDROCK_GUARDRAIL_ID',
    'BEDROCK_GUARDRAIL_VERSION',
    'BEDROCK_INFERENCE_PARAMETERS',
    'BEDROCK_ADDITIONAL_FIELDS',
    'MAX_RUN_COST_USD',
    'PRICE_TRANSITION_USD',
    'PRICE_INPUT_TOKENS_USD',
    'PRICE_OUTPUT_TOKENS_USD',
  ],
  volatile: ['execution_id'],
  stores_result: true,
  timeouts: { sdk_seconds: 240, function_seconds: 600, attempt_seconds: 610 },
  memory_mb: 1_024,
} as const satisfies StateContract;
