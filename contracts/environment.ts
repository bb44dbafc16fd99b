/** What an environment variable is for, and an example; a function that needs one that is absent throws `ConfigurationError`. */
export interface EnvironmentVariable {
  readonly purpose: string;
  readonly example: string;
  /** True when the function does without it, by a default of its own. */
  readonly optional?: true;
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
  SESSION_ID_SECRET_PARAMETER: {
    purpose:
      'Name of the encrypted parameter in Systems Manager that holds the key of the HMAC that makes session ids from idempotency keys.',
    example: '/interview-pipeline-dev/session-id-secret',
  },
  COMPREHEND_REQUESTS_PER_SECOND: {
    purpose:
      'Requests a second that a run makes of each operation of Comprehend: its part of the quota of account and Region.',
    example: '10',
    optional: true,
  },
  TEXTRACT_PAGES_PER_SECOND: {
    purpose:
      'Pages a second that a run gives to Textract: its part of the quota of account and Region, which differs by Region from 1 to 25.',
    example: '1',
    optional: true,
  },
  BEDROCK_MODEL_ID: {
    purpose: 'The model or inference profile that writes, by id or ARN, as Converse takes it.',
    example: 'global.vendor.model',
  },
  BEDROCK_STRUCTURED_OUTPUT: {
    purpose: 'How the model is held to the form of an answer: json_schema, tool or plain, which every model takes.',
    example: 'plain',
    optional: true,
  },
  BEDROCK_INPUT_TOKENS: {
    purpose: 'Most tokens of sources in one call of the model.',
    example: '24000',
    optional: true,
  },
  BEDROCK_OUTPUT_TOKENS_PER_SECTION: {
    purpose:
      'Most tokens that a call may write for each of its sections, thinking included; all of them count against the quota.',
    example: '2000',
    optional: true,
  },
  BEDROCK_CALLS_AT_ONCE: { purpose: 'Calls of the model under way at once.', example: '2', optional: true },
  BEDROCK_GUARDRAIL_ID: {
    purpose: 'Guardrail that looks at the sources and the answers. It must not anonymize: that would change quotes.',
    example: 'gr1a2b3c4d5e',
    optional: true,
  },
  BEDROCK_GUARDRAIL_VERSION: { purpose: 'Version of that guardrail, or DRAFT.', example: '1', optional: true },
  BEDROCK_INFERENCE_PARAMETERS: {
    purpose:
      'Sampling parameters as JSON (temperature, topP); without it none are sent, because newer models refuse them.',
    example: '{"temperature":0.2}',
    optional: true,
  },
  BEDROCK_ADDITIONAL_FIELDS: {
    purpose: 'Fields of this model alone as JSON, such as how much it thinks.',
    example: '{"thinking":{"type":"disabled"}}',
    optional: true,
  },
} as const satisfies Record<string, EnvironmentVariable>;

/** The name of an environment variable that a function reads. */
export type EnvironmentName = keyof typeof ENVIRONMENT;
