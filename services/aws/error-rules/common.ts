import type { AwsErrorRule, AwsStatusRule } from './error-rule.ts';

const REFRESH_CREDENTIALS = 'Sign in again or set valid credentials, then repeat the call.';

/** What holds for every service: the common errors of AWS APIs, the SDK's own, and those of the network. */
export const COMMON_ERROR_RULES: readonly AwsErrorRule[] = [
  { names: ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'], error: 'PermissionDeniedError' },
  {
    names: [
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'ExpiredToken',
      'ExpiredTokenException',
      'InvalidToken',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'IncompleteSignature',
      'IncompleteSignatureException',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'CredentialsProviderError',
      'TokenProviderError',
    ],
    error: 'PermissionDeniedError',
    remedy: REFRESH_CREDENTIALS,
  },
  {
    names: ['RequestTimeTooSkewed', 'RequestExpired', 'RequestInTheFuture'],
    error: 'PermissionDeniedError',
    remedy: 'Set the clock of this machine: signatures are refused when it is off by more than minutes.',
  },
  {
    names: ['OptInRequired', 'SubscriptionRequiredException'],
    error: 'PermissionDeniedError',
    remedy: 'Activate the service for this account and region in the console.',
  },
  {
    names: [
      'Throttling',
      'ThrottlingException',
      'ThrottledException',
      'RequestThrottled',
      'RequestThrottledException',
      'TooManyRequestsException',
      'ProvisionedThroughputExceededException',
      'RequestLimitExceeded',
      'BandwidthLimitExceeded',
      'LimitExceededException',
    ],
    error: 'TransientUpstreamError',
  },
  {
    names: [
      'InternalFailure',
      'InternalServerError',
      'InternalServerException',
      'ServiceUnavailable',
      'ServiceUnavailableException',
      'RequestTimeout',
      'RequestTimeoutException',
    ],
    error: 'TransientUpstreamError',
  },
  { names: ['ServiceQuotaExceededException'], error: 'QuotaExceededError' },
  { names: ['ValidationException', 'ValidationError', 'InvalidParameterValue'], error: 'RejectedInputError' },
  {
    names: ['Error'],
    message: /^Region is missing/,
    error: 'ConfigurationError',
    remedy: 'Set AWS_REGION, or a region in the AWS profile that is used.',
  },
  // The bytes that came are not those that were sent for: reading again gives the right ones.
  { names: ['Error'], message: /^Checksum mismatch/, error: 'TransientUpstreamError' },
  // An answer that is no JSON or XML although the call succeeded: cut off, or from something in between.
  { names: ['SyntaxError'], error: 'TransientUpstreamError' },
  { names: ['TimeoutError', 'AbortError'], error: 'TransientUpstreamError' },
  {
    names: [
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ERR_STREAM_PREMATURE_CLOSE',
    ],
    error: 'TransientUpstreamError',
  },
];

/** What a status means for an error whose name no row knows. Where ranges overlap, the first one decides. */
export const AWS_STATUS_RULES: readonly AwsStatusRule[] = [
  { from: 300, to: 399, error: 'ConfigurationError' },
  { from: 401, to: 401, error: 'PermissionDeniedError' },
  { from: 403, to: 403, error: 'PermissionDeniedError' },
  { from: 404, to: 404, error: 'ConfigurationError' },
  { from: 408, to: 408, error: 'TransientUpstreamError' },
  { from: 409, to: 409, error: 'TransientUpstreamError' },
  { from: 429, to: 429, error: 'TransientUpstreamError' },
  { from: 400, to: 499, error: 'RejectedInputError' },
  { from: 500, to: 599, error: 'TransientUpstreamError' },
];
