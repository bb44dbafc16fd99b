/** What is logged of a request: who asked for what, how it ended and how long it took; no header, no body. */
const FIELDS = {
  request_id: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  error: '$context.error.messageString',
  authorizer_error: '$context.authorizer.error',
  integration_error: '$context.integrationErrorMessage',
  integration_ms: '$context.integrationLatency',
  latency_ms: '$context.responseLatency',
  response_bytes: '$context.responseLength',
};

/** The format of an access log: one line of JSON. */
export const ACCESS_LOG_FORMAT = JSON.stringify(FIELDS);
