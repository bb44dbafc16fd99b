import { join } from 'node:path';
import type { LambdaName } from '../../../contracts/functions.ts';
import { LAMBDAS } from '../../../contracts/functions.ts';
import type { OperationId } from '../../../contracts/index.ts';
import type { ApiResponse } from '../../../handlers/http/api-event.ts';
import { createRouter } from '../../../handlers/http/routes.ts';
import { createPipelineHandlers } from '../../../handlers/pipeline-handlers.ts';
import { createHandler as createRepairHandler } from '../../../handlers/repair-on-event.ts';
import type { DemoSite } from '../../../local/demo/serve-demo-site.ts';
import { serveDemoSite } from '../../../local/demo/serve-demo-site.ts';
import { LOCAL_STATE_MACHINE_ARN, localFunctionArn } from '../../../local/engine/arns.ts';
import type { LocalExecutions } from '../../../local/engine/local-executions.ts';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import { createLocalWriter } from '../../../services/brief/local/local-writer.ts';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { createStepLogger } from '../../../services/powertools-step-logger.ts';
import type { ApiServices } from '../../../services/services.ts';
import { createWebsiteReader } from '../../../services/website/crawling-website-reader.ts';
import { renderStateMachine, stateMachineTemplate } from '../../../statemachine/render.ts';
import { serveComprehend } from '../../support/aws-protocol/comprehend/comprehend-server.ts';
import type { RecordingGateway } from '../../support/aws-protocol/recording/recording-gateway.ts';
import { startRecordingGateway } from '../../support/aws-protocol/recording/recording-gateway.ts';
import { serveSsm } from '../../support/aws-protocol/ssm/ssm-server.ts';
import { serveStepFunctions } from '../../support/aws-protocol/step-functions/step-functions-server.ts';
import { serveTextract } from '../../support/aws-protocol/textract/textract-server.ts';
import { startDynamoDbServer } from '../../support/dynamodb-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';

/** Functions of the state machine by name. */
const STEPS = [
  'CreateSession',
  'ScrapeCompany',
  'ParseDocuments',
  'AnalyzeWithComprehend',
  'GenerateBrief',
  'UpdateSession',
] as const;

/** A request to the API. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The deployed pipeline on loopback: every function on AWS adapters with credentials of its own, the engine in place of Step Functions'. */
export interface PipelineOnAws {
  readonly site: DemoSite;
  readonly engine: LocalExecutions;
  /** Calls the function behind a route. */
  ask(operation: OperationId, ask: Ask): Promise<ApiResponse>;
  /** Calls the function that hears how executions end. */
  repair(event: unknown): Promise<unknown>;
  /** What each function asked of AWS, as `action on target`, sorted and each once. */
  recorded(): Partial<Record<LambdaName, readonly string[]>>;
  close(): Promise<void>;
}

/** The secret with which uploads are signed: the server on loopback verifies it. */
const SECRET = 'a made-up secret';

const TABLE = 'sessions';

const SECRET_PARAMETER = '/interview-pipeline-dev/session-id-secret';

/** What Textract sees in the scanned page. */
const REFERENCE = [
  { text: 'Reference for Alex Morgan', top: 0.1, height: 0.03, width: 0.4 },
  { text: 'Alex led the telemetry team for four years and shipped its Kafka pipeline.', top: 0.2 },
];

/** Starts all services and makes all functions. */
export async function openPipelineOnAws(folder: string): Promise<PipelineOnAws> {
  const site = await serveDemoSite();
  const aws = await startAws();
  const servicesOf = (name: LambdaName) =>
    functionServices(name, { endpoint: aws.gateway.endpoint, bucket: aws.bucket, site_host: site.host });
  const handlers = await Promise.all(
    STEPS.map(async (name) => [name, createPipelineHandlers(await servicesOf(name))[name]] as const),
  );
  const engine = createLocalExecutions({
    definition: renderStateMachine(stateMachineTemplate(), functionArns()),
    handlers: Object.fromEntries(handlers),
    file: join(folder, 'executions.sqlite'),
  });
  await aws.addStates(engine);
  return {
    site,
    engine,
    ask: async (operation, ask) => createRouter(await servicesOf(functionOf(operation)))(apiEvent(ask)),
    repair: async (event) => createRepairHandler(await servicesOf('RepairSession'))(event),
    recorded: () => recordedIn(aws.gateway),
    close: async () => {
      await engine.close();
      await aws.close();
      await site.close();
    },
  };
}

/** The services behind one gateway; Step Functions comes last, because its functions need the others. */
async function startAws() {
  const [dynamodb, s3, comprehend, textract, ssm] = await Promise.all([
    startDynamoDbServer(),
    startS3Server(),
    serveComprehend({ known_company: 'Kindlewater' }),
    serveTextract(() => REFERENCE),
    serveSsm({ [SECRET_PARAMETER]: SECRET }),
  ]);
  await dynamodb.createSessionTable(TABLE);
  const backends: Record<string, string> = {
    dynamodb: dynamodb.settings.endpoint,
    s3: s3.settings.endpoint,
    comprehend: comprehend.endpoint,
    textract: textract.endpoint,
    ssm: ssm.endpoint,
  };
  const gateway = await startRecordingGateway(backends);
  const servers: { close(): Promise<void> }[] = [gateway, ssm, textract, comprehend, s3, dynamodb];
  return {
    gateway,
    bucket: s3.bucket,
    addStates: async (executions: LocalExecutions): Promise<void> => {
      const states = await serveStepFunctions({ executions, state_machine_arn: LOCAL_STATE_MACHINE_ARN });
      backends.states = states.endpoint;
      servers.push(states);
    },
    close: async (): Promise<void> => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

function recordedIn({ actions }: RecordingGateway): Partial<Record<LambdaName, readonly string[]>> {
  const byKey = [...Map.groupBy(actions, ({ access_key }) => access_key)];
  return Object.fromEntries(
    byKey
      .map(([key, asked]) => [key, [...new Set(asked.map(({ action, on }) => `${action} on ${on}`))].sort()] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** What a function works with: its access key is its name, so that the gateway knows it. */
async function functionServices(
  name: LambdaName,
  { endpoint, bucket, site_host }: { readonly endpoint: string; readonly bucket: string; readonly site_host: string },
): Promise<ApiServices> {
  const aws = createAwsServices(
    {
      SESSIONS_TABLE: TABLE,
      ARTIFACTS_BUCKET: bucket,
      STATE_MACHINE_ARN: LOCAL_STATE_MACHINE_ARN,
      SESSION_ID_SECRET_PARAMETER: SECRET_PARAMETER,
      COMPREHEND_REQUESTS_PER_SECOND: '1000',
      TEXTRACT_PAGES_PER_SECOND: '1000',
    },
    {
      timeouts: { sdk_seconds: LAMBDAS[name].timeout_seconds },
      client: { endpoint, region: 'eu-west-1', credentials: { accessKeyId: name, secretAccessKey: SECRET } },
    },
  );
  return {
    sessions: await aws.sessions(),
    artifacts: await aws.artifacts(),
    uploads: await aws.uploads(),
    executions: await aws.executions(),
    analyzer: await aws.analyzer(),
    documents: createDocumentReader({ ocr: await aws.ocr() }),
    website: createWebsiteReader({ allow_hosts: [site_host] }),
    writer: createLocalWriter(),
    clock: { now: () => new Date() },
    logger: createStepLogger(() => undefined),
    authorizer: 'none',
    settings: {
      delivery_wait_seconds: 0,
      session_id_secret: aws.sessionIdSecret,
      made_by: { analyzer: 'comprehend', writer: 'local', ocr: 'textract' },
      prices: { transition_usd: 0, comprehend_unit_usd: 0, input_token_usd: 0, output_token_usd: 0 },
    },
  };
}

function functionArns(): Record<(typeof STEPS)[number], string> {
  return Object.fromEntries(STEPS.map((name) => [name, localFunctionArn(name)])) as Record<
    (typeof STEPS)[number],
    string
  >;
}

function functionOf(operation: OperationId): LambdaName {
  return `${operation.charAt(0).toUpperCase()}${operation.slice(1)}` as LambdaName;
}

function apiEvent({ method, path, body, headers = {} }: Ask): unknown {
  const { pathname, searchParams } = new URL(path, 'http://api.example');
  return {
    version: '2.0',
    rawPath: pathname,
    queryStringParameters: Object.fromEntries(searchParams),
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    requestContext: { requestId: 'request-1', http: { method, path: pathname } },
  };
}
