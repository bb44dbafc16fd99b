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
const LAMBDA = [
  'AWSLambdaException',
  'ClientExecutionTimeoutException',
  'EC2AccessDeniedException',
  'EC2ThrottledException',
  'EC2UnexpectedException',
  'ENILimitReachedException',
  'InvalidRequestContentException',
  'InvalidRuntimeException',
  'InvalidZipFileException',
  'KMSAccessDeniedException',
  'KMSDisabledException',
  'KMSInvalidStateException',
  'KMSNotFoundException',
  'RequestTooLargeException',
  'ResourceConflictException',
  'ResourceNotFoundException',
  'ResourceNotReadyException',
  'SdkClientException',
  'ServiceException',
  'SnapStartException',
  'SnapStartNotReadyException',
  'SnapStartTimeoutException',
  'SubnetIPAddressLimitReachedException',
  'TooManyRequestsException',
  'Unknown',
];
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
  ...LAMBDA.map((name) => `Lambda.${name}`),
  'Sandbox.Timedout',
  ...RUNTIME.map((name) => `Runtime.${name}`),
]);
