import type { AwsErrorRule } from './error-rule.ts';

/** Errors of AWS Systems Manager that the common rows do not know. */
export const SSM_ERROR_RULES: readonly AwsErrorRule[] = [
  {
    names: ['ParameterNotFound', 'ParameterVersionNotFound'],
    error: 'ConfigurationError',
    remedy: 'Deploy the stack, which makes the parameter, or set SESSION_ID_SECRET_PARAMETER and AWS_REGION to it.',
  },
  {
    names: ['InvalidKeyId'],
    error: 'ConfigurationError',
    remedy: 'Enable the key that encrypts the parameter, or give the parameter another one.',
  },
];
