import type { StateTimeouts } from '../contracts/index.ts';
import type { TextAnalyzer } from './analysis/text-analyzer.ts';
import type { ArtifactStore } from './artifacts/artifact-store.ts';
import type { DocumentUploads } from './artifacts/document-uploads.ts';
import type { S3Bucket } from './artifacts/s3/s3-bucket.ts';
import type { CallTimeouts } from './aws/call-timeouts.ts';
import { callTimeouts, MAX_ATTEMPTS } from './aws/call-timeouts.ts';
import type { BedrockModel } from './brief/bedrock/open-bedrock.ts';
import type { BudgetStore } from './budget/budget-ledger.ts';
import type { OcrReader } from './documents/ocr.ts';
import type { Environment } from './environment.ts';
import { positiveVariable, requiredVariable } from './environment.ts';
import type { Executions } from './executions/executions.ts';
import type { Clock } from './services.ts';
import type { SessionTable } from './sessions/dynamodb/list-sessions.ts';
import type { SessionStore } from './sessions/session-store.ts';

/** Longest call to DynamoDB, in milliseconds: a row is read or written in a few. */
const LONGEST_DYNAMODB_CALL_MS = 8_000;

/** Longest call to S3, in milliseconds: 50 MiB, the largest document, at 1 MB/s; within a region it takes a second. */
const LONGEST_S3_CALL_MS = 55_000;

/** Longest call to Comprehend, in milliseconds: a batch is answered within one or two seconds. */
const LONGEST_COMPREHEND_CALL_MS = 20_000;

/** Longest call to Step Functions, in milliseconds: it answers within a fraction of a second. */
const LONGEST_STATES_CALL_MS = 8_000;

/** Longest call to Textract, in milliseconds: a page takes one to three seconds, a large one more to be sent. */
const LONGEST_TEXTRACT_CALL_MS = 45_000;

/** Longest call to Systems Manager, in milliseconds: a parameter is read in a few dozen, decryption included. */
const LONGEST_SSM_CALL_MS = 8_000;

/** Settings of every client where they differ from what the SDK finds out by itself. */
export interface AwsClientSettings {
  /** Base URL of a server that speaks the services' protocols. */
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** What the parts in AWS are set up with. */
export interface AwsServicesOptions {
  /** The contract's timeouts of the function that calls. */
  readonly timeouts: Pick<StateTimeouts, 'sdk_seconds'>;
  /** The time of day; the system's by default. */
  readonly clock?: Clock;
  readonly client?: AwsClientSettings;
}

/** The parts in AWS. Each is made, and its packages are loaded, when it is first asked for, and made once. */
export interface AwsServices {
  /** Sessions in the table SESSIONS_TABLE. Throws `ConfigurationError` when the variable is not set. */
  sessions(): Promise<SessionStore>;
  /** The budget of all runs, in the same table. Throws `ConfigurationError` when the variable is not set. */
  budget(): Promise<BudgetStore>;
  /** Artifacts in the bucket ARTIFACTS_BUCKET. Throws `ConfigurationError` when the variable is not set. */
  artifacts(): Promise<ArtifactStore>;
  /** Uploads into the bucket ARTIFACTS_BUCKET. Throws `ConfigurationError` when the variable is not set. */
  uploads(): Promise<DocumentUploads>;
  /** The model that writes, by the variables BEDROCK_…. Throws `ConfigurationError` when one of them is missing or wrong. */
  bedrock(): Promise<BedrockModel>;
  /** Analysis by Comprehend. Throws `ConfigurationError` when COMPREHEND_REQUESTS_PER_SECOND is no number. */
  analyzer(): Promise<TextAnalyzer>;
  /** Executions of the state machine STATE_MACHINE_ARN. Throws `ConfigurationError` when the variable is not set or names none. */
  executions(): Promise<Executions>;
  /** Text recognition by Textract. Throws `ConfigurationError` when TEXTRACT_PAGES_PER_SECOND is no number. */
  ocr(): Promise<OcrReader>;
  /** The secret in the parameter SESSION_ID_SECRET_PARAMETER; a failed reading is repeated by the next call. Throws `ConfigurationError` when the variable is not set. */
  sessionIdSecret(): Promise<string>;
}

/**
 * The one place where SDK clients are made. A function asks for what it uses, and needs the variables of that alone.
 *
 * @param environment where the names of table and bucket stand; region and credentials are found by the SDK
 */
export function createAwsServices(environment: Environment, options: AwsServicesOptions): AwsServices {
  const table = once(async () => openTable(requiredVariable(environment, 'SESSIONS_TABLE'), options));
  const bucket = once(async () => openBucket(requiredVariable(environment, 'ARTIFACTS_BUCKET'), options));
  return {
    sessions: once(() => openSessions(table(), options)),
    budget: once(() => openBudget(table())),
    artifacts: once(() => openArtifacts(bucket())),
    uploads: once(() => openUploads(bucket())),
    bedrock: once(() => openModel(environment, options)),
    analyzer: once(async () => openAnalyzer(positiveVariable(environment, 'COMPREHEND_REQUESTS_PER_SECOND'), options)),
    executions: once(async () => openExecutions(requiredVariable(environment, 'STATE_MACHINE_ARN'), options)),
    ocr: once(async () => openOcr(positiveVariable(environment, 'TEXTRACT_PAGES_PER_SECOND'), options)),
    sessionIdSecret: onceRead(async () =>
      openSecret(requiredVariable(environment, 'SESSION_ID_SECRET_PARAMETER'), options),
    ),
  };
}

async function openTable(table: string, options: AwsServicesOptions): Promise<SessionTable> {
  const { DynamoDBClient, DynamoDBDocumentClient } = await import('./sessions/dynamodb/sdk.ts');
  const timeouts = callTimeouts(options.timeouts, LONGEST_DYNAMODB_CALL_MS);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig(options, timeouts)), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, table, call_ms: timeouts.call_ms };
}

async function openSessions(table: Promise<SessionTable>, options: AwsServicesOptions): Promise<SessionStore> {
  const { createDynamoDbSessionStore } = await import('./sessions/dynamodb/sdk.ts');
  const { clock = { now: () => new Date() } } = options;
  return createDynamoDbSessionStore({ ...(await table), clock });
}

async function openBudget(table: Promise<SessionTable>): Promise<BudgetStore> {
  const { createDynamoDbBudgetStore } = await import('./budget/dynamodb/dynamodb-budget-store.ts');
  return createDynamoDbBudgetStore(await table);
}

async function openBucket(bucket: string, options: AwsServicesOptions): Promise<S3Bucket> {
  const { S3Client, S3_LOGGER } = await import('./artifacts/s3/sdk.ts');
  const timeouts = callTimeouts(options.timeouts, LONGEST_S3_CALL_MS);
  const client = new S3Client({ ...clientConfig(options, timeouts), logger: S3_LOGGER });
  return { client, bucket, call_ms: timeouts.call_ms };
}

async function openArtifacts(bucket: Promise<S3Bucket>): Promise<ArtifactStore> {
  const { createS3ArtifactStore } = await import('./artifacts/s3/sdk.ts');
  return createS3ArtifactStore(await bucket);
}

async function openUploads(bucket: Promise<S3Bucket>): Promise<DocumentUploads> {
  const { createS3DocumentUploads } = await import('./artifacts/s3/s3-document-uploads.ts');
  return createS3DocumentUploads(await bucket);
}

/** HTTP/1.1 and two long attempts: why, is said in `sdk.ts` and `bedrock-timeouts.ts`. */
async function openModel(environment: Environment, { client }: AwsServicesOptions): Promise<BedrockModel> {
  const sdk = await import('./brief/bedrock/sdk.ts');
  const settings = sdk.bedrockSettings(environment);
  const requestHandler = new sdk.NodeHttpHandler({
    requestTimeout: sdk.BEDROCK_ATTEMPT_MS,
    socketTimeout: sdk.BEDROCK_ATTEMPT_MS,
    throwOnRequestTimeout: true,
    connectionTimeout: sdk.BEDROCK_CONNECT_MS,
  });
  const config = { ...client, maxAttempts: sdk.BEDROCK_MAX_ATTEMPTS, requestHandler };
  return sdk.openBedrock({ client: new sdk.BedrockRuntimeClient(config), settings });
}

async function openAnalyzer(rate: number | undefined, options: AwsServicesOptions): Promise<TextAnalyzer> {
  const { ComprehendClient, createComprehendAnalyzer } = await import('./analysis/comprehend/sdk.ts');
  const timeouts = callTimeouts(options.timeouts, LONGEST_COMPREHEND_CALL_MS);
  const client = new ComprehendClient(clientConfig(options, timeouts));
  return createComprehendAnalyzer({ client, timeouts, ...(rate === undefined ? {} : { requests_per_second: rate }) });
}

async function openExecutions(state_machine_arn: string, options: AwsServicesOptions): Promise<Executions> {
  const { SFNClient, createStepFunctionsExecutions } = await import('./executions/step-functions/sdk.ts');
  const timeouts = callTimeouts(options.timeouts, LONGEST_STATES_CALL_MS);
  const client = new SFNClient(clientConfig(options, timeouts));
  return createStepFunctionsExecutions({ client, state_machine_arn, timeouts });
}

async function openOcr(rate: number | undefined, options: AwsServicesOptions): Promise<OcrReader> {
  const { TextractClient, createTextractOcr } = await import('./documents/textract/sdk.ts');
  const timeouts = callTimeouts(options.timeouts, LONGEST_TEXTRACT_CALL_MS);
  const client = new TextractClient(clientConfig(options, timeouts));
  return createTextractOcr({ client, timeouts, ...(rate === undefined ? {} : { pages_per_second: rate }) });
}

async function openSecret(parameter: string, options: AwsServicesOptions): Promise<string> {
  const { SSMClient, readSecret } = await import('./secrets/ssm/sdk.ts');
  const timeouts = callTimeouts(options.timeouts, LONGEST_SSM_CALL_MS);
  return readSecret({ client: new SSMClient(clientConfig(options, timeouts)), parameter, timeouts });
}

/** `requestTimeout` alone only writes a warning. */
function clientConfig({ client }: AwsServicesOptions, { attempt_ms, connect_ms }: CallTimeouts): object {
  return {
    ...client,
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: { requestTimeout: attempt_ms, throwOnRequestTimeout: true, connectionTimeout: connect_ms },
  };
}

/** Makes a part when it is first asked for; everyone after that shares it. */
function once<Part>(make: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | undefined;
  return () => {
    part ??= make();
    return part;
  };
}

/** As {@link once}, but what could not be read is read again: a function outlives a service that was away for a minute. */
function onceRead(read: () => Promise<string>): () => Promise<string> {
  let value: Promise<string> | undefined;
  return async () => {
    value ??= read();
    try {
      return await value;
    } catch (error) {
      value = undefined;
      throw error;
    }
  };
}
