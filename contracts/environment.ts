/** What an environment variable is for, and an example; a function that needs one that is absent throws `ConfigurationError`. */
export interface EnvironmentVariable {
  readonly purpose: string;
  readonly example: string;
}

/** Every environment variable that a function reads, named and documented once; the stack writes them under these names. */
export const ENVIRONMENT = {
  ARTIFACTS_BUCKET: {
    purpose: 'Bucket that holds uploads, work and briefs.',
    example: 'interview-pipeline-dev-artifacts',
  },
  SESSIONS_TABLE: { purpose: 'Table of session rows.', example: 'interview-pipeline-dev-sessions' },
  STATE_MACHINE_ARN: {
    purpose: 'The state machine that StartPipeline starts.',
    example: 'arn:aws:states:eu-west-1:111122223333:stateMachine:interview-pipeline-dev',
  },
  DELIVERY_WAIT_SECONDS: {
    purpose: 'Seconds between the brief and the end of the session, for asynchronous delivery.',
    example: '5',
  },
  API_AUTHORIZER: {
    purpose: 'Who says who a caller of the API is: iam, jwt, or none when everybody may call it.',
    example: 'iam',
  },
  SESSION_ID_SECRET: {
    purpose: 'Key of the HMAC that makes session ids from idempotency keys.',
    example: 'a random string of 32 characters or more',
  },
} as const satisfies Record<string, EnvironmentVariable>;

/** The name of an environment variable that a function reads. */
export type EnvironmentName = keyof typeof ENVIRONMENT;
