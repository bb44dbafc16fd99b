import type { AwsErrorRule } from './error-rule.ts';

/** Errors of Amazon Textract that the common rows do not know. A rejected page is a page without text, not the end of a run. */
export const TEXTRACT_ERROR_RULES: readonly AwsErrorRule[] = [
  {
    names: [
      'UnsupportedDocumentException',
      'BadDocumentException',
      'DocumentTooLargeException',
      'InvalidParameterException',
    ],
    error: 'RejectedInputError',
  },
];
