import type { AwsErrorRule } from './error-rule.ts';

const DEPLOY_TABLE = 'Deploy the stack, or set SESSIONS_TABLE and AWS_REGION to the table that it made.';

/** Errors of DynamoDB that the common rows do not know, or know less well. */
export const DYNAMODB_ERROR_RULES: readonly AwsErrorRule[] = [
  { names: ['ResourceNotFoundException'], error: 'ConfigurationError', remedy: DEPLOY_TABLE },
  {
    names: ['ValidationException'],
    message: /specified index|key element|key schema|Type mismatch for (?:Index )?Key/i,
    error: 'ConfigurationError',
    remedy: DEPLOY_TABLE,
  },
  {
    names: ['TransactionConflictException', 'TransactionInProgressException', 'ReplicatedWriteConflictException'],
    error: 'TransientUpstreamError',
  },
  // The table is being made or changed.
  { names: ['ResourceInUseException', 'TableInUseException'], error: 'TransientUpstreamError' },
];
