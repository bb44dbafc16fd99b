import type { AwsErrorRule } from './error-rule.ts';

/** Errors of AWS Step Functions that the common rows do not know. ExecutionAlreadyExists and ExecutionDoesNotExist are answers, which the adapter reads itself. */
export const STATES_ERROR_RULES: readonly AwsErrorRule[] = [
  {
    names: ['InvalidArn', 'StateMachineDoesNotExist', 'StateMachineDeleting', 'StateMachineTypeNotSupported'],
    error: 'ConfigurationError',
    remedy: 'Deploy the stack, or set STATE_MACHINE_ARN and AWS_REGION to the state machine that it made.',
  },
  {
    names: ['KmsInvalidStateException'],
    error: 'ConfigurationError',
    remedy: 'Enable the key that encrypts the state machine, or give the state machine another one.',
  },
  { names: ['KmsAccessDeniedException'], error: 'PermissionDeniedError' },
  { names: ['KmsThrottlingException'], error: 'TransientUpstreamError' },
  {
    names: ['ExecutionLimitExceeded'],
    error: 'QuotaExceededError',
    remedy: 'Wait until executions have ended, or raise the quota of open executions of the account.',
  },
  { names: ['InvalidExecutionInput', 'InvalidName', 'InvalidToken'], error: 'RejectedInputError' },
];
