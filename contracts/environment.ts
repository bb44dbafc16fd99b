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
  MAX_RUN_COST_USD: {
    purpose: 'Most that a run may cost, in US dollars: a call that could take it beyond is not made.',
    example: '5',
    optional: true,
  },
  DAILY_BUDGET_USD: {
    purpose:
      'Most that all runs together may cost from midnight to midnight UTC, in US dollars: a start beyond is refused.',
    example: '100',
    optional: true,
  },
  MAX_CONCURRENT_RUNS: { purpose: 'Runs that may be under way at once.', example: '20', optional: true },
  PRICE_TRANSITION_USD: {
    purpose: 'What a state transition costs, in US dollars, where it is not what the price list says.',
    example: '0.000025',
    optional: true,
  },
  PRICE_COMPREHEND_UNIT_USD: {
    purpose: 'What a unit of Comprehend costs, in US dollars, where it is not what the price list says.',
    example: '0.0001',
    optional: true,
  },
  PRICE_TEXTRACT_PAGE_USD: {
    purpose: 'What a page of Textract costs, in US dollars, where it is not what the price list says.',
    example: '0.0015',
    optional: true,
  },
  PRICE_INPUT_TOKENS_USD: {
    purpose:
      'What a million input tokens of the configured model cost, in US dollars; goes before the price list, and is needed for a model that is not in it.',
    example: '3',
    optional: true,
  },
  PRICE_OUTPUT_TOKENS_USD: {
    purpose: 'What a million output tokens of the configured model cost, in US dollars.',
    example: '15',
    optional: true,
  },
} as const satisfies Record<string, EnvironmentVariable>;

/** The name of an environment variable that a function reads. */
export type EnvironmentName = keyof typeof ENVIRONMENT;
