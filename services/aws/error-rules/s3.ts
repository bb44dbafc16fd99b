import type { AwsErrorRule } from './error-rule.ts';

/** Errors of S3 that the common rows do not know, or know less well. */
export const S3_ERROR_RULES: readonly AwsErrorRule[] = [
  {
    names: ['AccessDenied'],
    error: 'PermissionDeniedError',
    remedy:
      'Allow the action on the resource that the message names. S3 says the same of a key that does not exist unless s3:ListBucket is allowed on the bucket.',
  },
  {
    names: ['InvalidAccessKeyId', 'InvalidSecurity', 'AuthorizationQueryParametersError'],
    error: 'PermissionDeniedError',
    remedy: 'Sign in again or set valid credentials, then repeat the call.',
  },
  { names: ['AllAccessDisabled', 'AccountProblem', 'NotSignedUp'], error: 'PermissionDeniedError' },
  {
    names: ['NoSuchBucket', 'InvalidBucketName'],
    error: 'ConfigurationError',
    remedy: 'Deploy the stack, or set ARTIFACTS_BUCKET to the bucket that it made.',
  },
  {
    names: [
      'PermanentRedirect',
      'TemporaryRedirect',
      'AuthorizationHeaderMalformed',
      'IllegalLocationConstraintException',
    ],
    error: 'ConfigurationError',
    remedy: 'Set AWS_REGION to the region of the bucket.',
  },
  {
    names: ['KMS.DisabledException', 'KMS.NotFoundException', 'KMS.KMSInvalidStateException'],
    error: 'ConfigurationError',
    remedy: 'Enable the key that encrypts the bucket, or give the bucket another one.',
  },
  { names: ['InvalidObjectState', 'NotImplemented', 'MethodNotAllowed'], error: 'ConfigurationError' },
  {
    names: ['SlowDown', 'InternalError', 'OperationAborted', 'ConditionalRequestConflict', 'BadDigest'],
    error: 'TransientUpstreamError',
  },
  {
    names: ['XAmzContentSHA256Mismatch', 'XAmzContentChecksumMismatch', 'IncompleteBody'],
    error: 'TransientUpstreamError',
  },
  { names: ['EntityTooLarge', 'KeyTooLongError', 'MetadataTooLarge', 'InvalidRequest'], error: 'RejectedInputError' },
];
