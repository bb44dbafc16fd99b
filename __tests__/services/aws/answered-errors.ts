import type { AwsErrorName } from '../../../services/aws/error-rules/error-rule.ts';
import type { AwsService } from '../../../services/aws/error-rules/service-error-rules.ts';

/** An error as a service answers with it, and what a caller must get. */
export interface AnsweredError {
  readonly service: AwsService;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly expected: AwsErrorName;
}

type Answered = readonly [AwsService, number, AwsErrorName, string, string?];

/** By service, HTTP status and outcome: the codes, and the message where it decides. */
const ANSWERED: readonly Answered[] = [
  ['dynamodb', 400, 'PermissionDeniedError', 'AccessDeniedException UnauthorizedOperation OptInRequired'],
  ['dynamodb', 400, 'PermissionDeniedError', 'UnrecognizedClientException InvalidClientTokenId ExpiredTokenException'],
  ['dynamodb', 400, 'PermissionDeniedError', 'MissingAuthenticationTokenException MissingAuthenticationToken'],
  [
    'dynamodb',
    400,
    'PermissionDeniedError',
    'IncompleteSignatureException IncompleteSignature InvalidSignatureException',
  ],
  ['dynamodb', 400, 'PermissionDeniedError', 'RequestExpired RequestInTheFuture SubscriptionRequiredException'],
  ['dynamodb', 400, 'TransientUpstreamError', 'ThrottlingException Throttling ThrottledException RequestLimitExceeded'],
  ['dynamodb', 400, 'TransientUpstreamError', 'ProvisionedThroughputExceededException BandwidthLimitExceeded'],
  ['dynamodb', 400, 'TransientUpstreamError', 'RequestThrottled RequestThrottledException LimitExceededException'],
  ['dynamodb', 429, 'TransientUpstreamError', 'TooManyRequestsException'],
  ['dynamodb', 400, 'TransientUpstreamError', 'TransactionConflictException TransactionInProgressException'],
  [
    'dynamodb',
    400,
    'TransientUpstreamError',
    'ReplicatedWriteConflictException ResourceInUseException TableInUseException',
  ],
  ['dynamodb', 500, 'TransientUpstreamError', 'InternalServerError InternalServerException InternalFailure'],
  ['dynamodb', 503, 'TransientUpstreamError', 'ServiceUnavailable ServiceUnavailableException'],
  ['dynamodb', 400, 'TransientUpstreamError', 'RequestTimeoutException'],
  ['dynamodb', 400, 'QuotaExceededError', 'ServiceQuotaExceededException'],
  ['dynamodb', 400, 'ConfigurationError', 'ResourceNotFoundException'],
  ['dynamodb', 400, 'ConfigurationError', 'ValidationException', 'The table does not have the specified index: i'],
  ['dynamodb', 400, 'ConfigurationError', 'ValidationException', 'The provided key element does not match the schema'],
  ['dynamodb', 400, 'RejectedInputError', 'ValidationException', 'Item size has exceeded the maximum allowed size'],
  ['dynamodb', 400, 'RejectedInputError', 'ValidationError InvalidParameterValue'],
  ['s3', 403, 'PermissionDeniedError', 'AccessDenied InvalidAccessKeyId SignatureDoesNotMatch RequestTimeTooSkewed'],
  ['s3', 403, 'PermissionDeniedError', 'AllAccessDisabled AccountProblem NotSignedUp InvalidSecurity'],
  ['s3', 400, 'PermissionDeniedError', 'ExpiredToken InvalidToken AuthorizationQueryParametersError'],
  ['s3', 404, 'ConfigurationError', 'NoSuchBucket'],
  [
    's3',
    400,
    'ConfigurationError',
    'InvalidBucketName AuthorizationHeaderMalformed IllegalLocationConstraintException',
  ],
  ['s3', 301, 'ConfigurationError', 'PermanentRedirect'],
  ['s3', 307, 'ConfigurationError', 'TemporaryRedirect'],
  ['s3', 400, 'ConfigurationError', 'KMS.DisabledException KMS.NotFoundException KMS.KMSInvalidStateException'],
  ['s3', 403, 'ConfigurationError', 'InvalidObjectState'],
  ['s3', 405, 'ConfigurationError', 'MethodNotAllowed'],
  ['s3', 501, 'ConfigurationError', 'NotImplemented'],
  ['s3', 503, 'TransientUpstreamError', 'SlowDown ServiceUnavailable'],
  ['s3', 500, 'TransientUpstreamError', 'InternalError'],
  ['s3', 409, 'TransientUpstreamError', 'OperationAborted ConditionalRequestConflict'],
  ['s3', 400, 'TransientUpstreamError', 'RequestTimeout BadDigest IncompleteBody'],
  ['s3', 400, 'TransientUpstreamError', 'XAmzContentSHA256Mismatch XAmzContentChecksumMismatch'],
  ['s3', 400, 'RejectedInputError', 'EntityTooLarge KeyTooLongError MetadataTooLarge InvalidRequest'],
  ['states', 400, 'ConfigurationError', 'InvalidArn StateMachineDoesNotExist StateMachineDeleting'],
  ['states', 400, 'ConfigurationError', 'StateMachineTypeNotSupported KmsInvalidStateException'],
  ['states', 400, 'PermissionDeniedError', 'KmsAccessDeniedException AccessDeniedException'],
  ['states', 400, 'TransientUpstreamError', 'KmsThrottlingException ThrottlingException'],
  ['states', 400, 'QuotaExceededError', 'ExecutionLimitExceeded'],
  ['states', 400, 'RejectedInputError', 'InvalidExecutionInput InvalidName InvalidToken'],
  ['ssm', 400, 'ConfigurationError', 'ParameterNotFound ParameterVersionNotFound InvalidKeyId'],
  ['ssm', 400, 'PermissionDeniedError', 'AccessDeniedException'],
  ['ssm', 400, 'TransientUpstreamError', 'ThrottlingException'],
  ['ssm', 500, 'TransientUpstreamError', 'InternalServerError'],
  ['comprehend', 400, 'PermissionDeniedError', 'AccessDeniedException'],
  ['comprehend', 400, 'TransientUpstreamError', 'ThrottlingException TooManyRequestsException'],
  ['comprehend', 500, 'TransientUpstreamError', 'InternalServerException'],
  ['comprehend', 400, 'RejectedInputError', 'InvalidRequestException TextSizeLimitExceededException'],
  ['comprehend', 400, 'RejectedInputError', 'BatchSizeLimitExceededException UnsupportedLanguageException'],
  ['textract', 400, 'PermissionDeniedError', 'AccessDeniedException'],
  ['textract', 400, 'TransientUpstreamError', 'ThrottlingException ProvisionedThroughputExceededException'],
  ['textract', 400, 'TransientUpstreamError', 'LimitExceededException'],
  ['textract', 500, 'TransientUpstreamError', 'InternalServerError'],
  ['textract', 400, 'RejectedInputError', 'UnsupportedDocumentException BadDocumentException'],
  ['textract', 400, 'RejectedInputError', 'DocumentTooLargeException InvalidParameterException'],
  ['bedrock', 500, 'TransientUpstreamError', 'InternalServerException'],
  ['bedrock', 503, 'TransientUpstreamError', 'ServiceUnavailableException'],
  ['bedrock', 408, 'TransientUpstreamError', 'ModelTimeoutException'],
  ['bedrock', 424, 'TransientUpstreamError', 'ModelErrorException ModelStreamErrorException'],
  ['bedrock', 429, 'TransientUpstreamError', 'ModelNotReadyException ThrottlingException'],
  ['bedrock', 429, 'QuotaExceededError', 'ThrottlingException', 'Too many tokens per day, please wait'],
  ['bedrock', 403, 'PermissionDeniedError', 'AccessDeniedException'],
  ['bedrock', 403, 'PermissionDeniedError', 'AccessDeniedException', 'You have no access to the model'],
  ['bedrock', 404, 'PermissionDeniedError', 'ResourceNotFoundException', 'Model use case details are missing'],
  ['bedrock', 404, 'ConfigurationError', 'ResourceNotFoundException'],
  ['bedrock', 400, 'ConfigurationError', 'ValidationException', 'The provided model identifier is invalid.'],
  ['bedrock', 400, 'ConfigurationError', 'ValidationException', 'temperature is not supported'],
  // A code that no row knows: the status decides.
  ['dynamodb', 400, 'RejectedInputError', 'SomethingNewException'],
  ['dynamodb', 401, 'PermissionDeniedError', 'SomethingNewException'],
  ['dynamodb', 403, 'PermissionDeniedError', 'SomethingNewException'],
  ['dynamodb', 404, 'ConfigurationError', 'SomethingNewException'],
  ['dynamodb', 408, 'TransientUpstreamError', 'SomethingNewException'],
  ['dynamodb', 409, 'TransientUpstreamError', 'SomethingNewException'],
  ['dynamodb', 413, 'RejectedInputError', 'SomethingNewException'],
  ['dynamodb', 429, 'TransientUpstreamError', 'SomethingNewException'],
  ['dynamodb', 502, 'TransientUpstreamError', 'SomethingNewException'],
  ['s3', 302, 'ConfigurationError', 'SomethingNew'],
];

/** Every error that a row of the table is about, one by one. */
export const ANSWERED_ERRORS: readonly AnsweredError[] = ANSWERED.flatMap(
  ([service, status, expected, codes, message = 'what the service says']) =>
    codes.split(' ').map((code) => ({ service, status, code, message, expected })),
);
