import type { AwsErrorRule } from './error-rule.ts';

/** Errors of Amazon Comprehend that the common rows do not know. A rejected text is a gap of the analysis, not the end of a run. */
export const COMPREHEND_ERROR_RULES: readonly AwsErrorRule[] = [
  {
    names: [
      'InvalidRequestException',
      'TextSizeLimitExceededException',
      'BatchSizeLimitExceededException',
      'UnsupportedLanguageException',
    ],
    error: 'RejectedInputError',
  },
];
