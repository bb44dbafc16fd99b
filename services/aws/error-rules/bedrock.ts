import type { AwsErrorRule } from './error-rule.ts';

/**
 * Errors of Bedrock's Converse that the common rows do not know, or know less well (Amazon Bedrock User Guide, "Troubleshooting API error codes", and
 * the API's list of errors). A request that is too long is no row: the writer answers it with less.
 */
export const BEDROCK_ERROR_RULES: readonly AwsErrorRule[] = [
  {
    names: ['ResourceNotFoundException'],
    message: /FTUFormNotFilled|use case details/i,
    error: 'PermissionDeniedError',
    remedy:
      'Submit the use case details for Anthropic models once for this account (Bedrock console, model catalog), wait 15 minutes and run it again.',
  },
  {
    names: ['ResourceNotFoundException'],
    error: 'ConfigurationError',
    remedy:
      'Set BEDROCK_MODEL_ID to a model or inference profile that exists in the region of the call and is not retired.',
  },
  {
    names: ['AccessDeniedException'],
    message: /access to the model|marketplace/i,
    error: 'PermissionDeniedError',
    remedy:
      'Open the model once in the Bedrock console with a role that may subscribe in AWS Marketplace, wait 15 minutes and run it again.',
  },
  {
    names: ['AccessDeniedException'],
    error: 'PermissionDeniedError',
    remedy:
      'Allow bedrock:InvokeModel on the inference profile and on its foundation model in every region it routes to (and bedrock:ApplyGuardrail on the guardrail when one is set); no service control policy may deny one of these regions.',
  },
  // A day's tokens do not come back by waiting a minute.
  {
    names: ['ThrottlingException'],
    message: /per day|daily/i,
    error: 'QuotaExceededError',
    remedy: 'Wait until tomorrow, or have the tokens a day of this model raised in Service Quotas.',
  },
  {
    names: ['ModelNotReadyException', 'ModelTimeoutException', 'ModelErrorException', 'ModelStreamErrorException'],
    error: 'TransientUpstreamError',
  },
  {
    names: ['ValidationException'],
    message: /on-demand throughput|inference profile|model identifier/i,
    error: 'ConfigurationError',
    remedy:
      'Set BEDROCK_MODEL_ID to the id or ARN of an inference profile: most models cannot be called by their own id. The console lists the profiles of the region under "Cross-region inference".',
  },
  {
    names: ['ValidationException'],
    error: 'ConfigurationError',
    remedy:
      'The model does not take a setting that the message names: check BEDROCK_STRUCTURED_OUTPUT (plain works everywhere), BEDROCK_INFERENCE_PARAMETERS, BEDROCK_ADDITIONAL_FIELDS and BEDROCK_OUTPUT_TOKENS_PER_SECTION.',
  },
];
