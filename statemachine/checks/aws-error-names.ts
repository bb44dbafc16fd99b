const STATES = [
  'ALL',
  'BranchFailed',
  'DataLimitExceeded',
  'ExceedToleratedFailureThreshold',
  'HeartbeatTimeout',
  'IntrinsicFailure',
  'ItemReaderFailed',
  'NoChoiceMatched',
  'ParameterPathFailure',
  'Permissions',
  'ResultPathMatchFailure',
  'ResultWriterFailed',
  'TaskFailed',
  'Timeout',
];
/** What Lambda's Invoke declares (API reference, and the model of the SDK). */
const INVOKE = [
  'CodeArtifactUserDeletedException',
  'CodeArtifactUserFailedException',
  'CodeArtifactUserPendingException',
  'DurableExecutionAlreadyStartedException',
  'EC2AccessDeniedException',
  'EC2ThrottledException',
  'EC2UnexpectedException',
  'EFSIOException',
  'EFSMountConnectivityException',
  'EFSMountFailureException',
  'EFSMountTimeoutException',
  'ENILimitReachedException',
  'ENINotReadyException',
  'InvalidParameterValueException',
  'InvalidRequestContentException',
  'InvalidRuntimeException',
  'InvalidSecurityGroupIDException',
  'InvalidSubnetIDException',
  'InvalidZipFileException',
  'KMSAccessDeniedException',
  'KMSDisabledException',
  'KMSInvalidStateException',
  'KMSNotFoundException',
  'ModeNotSupportedException',
  'NoPublishedVersionException',
  'RecursiveInvocationException',
  'RequestTooLargeException',
  'ResourceConflictException',
  'ResourceNotFoundException',
  'ResourceNotReadyException',
  'S3FilesMountConnectivityException',
  'S3FilesMountFailureException',
  'S3FilesMountTimeoutException',
  'SerializedRequestEntityTooLargeException',
  'ServiceException',
  'ServiceQuotaExceededException',
  'SnapStartException',
  'SnapStartNotReadyException',
  'SnapStartRegenerationFailureException',
  'SnapStartTimeoutException',
  'SubnetIPAddressLimitReachedException',
  'TooManyRequestsException',
  'UnsupportedMediaTypeException',
];

/** What Step Functions itself says of an invocation: a fault between it and Lambda, and an end that nobody explained. */
const INVOCATION = ['AWSLambdaException', 'ClientExecutionTimeoutException', 'SdkClientException', 'Unknown'];

const RUNTIME = [
  'ExitError',
  'HandlerNotFound',
  'ImportModuleError',
  'MalformedHandlerName',
  'OutOfMemory',
  'UnhandledPromiseRejection',
  'UserCodeSyntaxError',
];

/**
 * Error names that AWS itself reports and that a Retry or Catch can match: of Step Functions, of Lambda's Invoke, of the sandbox and of the Node.js runtime.
 * `States.Runtime` is not among them, because nothing can catch it; nor is `States.QueryEvaluationError`, which only JSONata brings about.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html, https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const AWS_ERROR_NAMES: ReadonlySet<string> = new Set([
  ...STATES.map((name) => `States.${name}`),
  ...[...INVOKE, ...INVOCATION].map((name) => `Lambda.${name}`),
  'Sandbox.Timedout',
  ...RUNTIME.map((name) => `Runtime.${name}`),
]);
