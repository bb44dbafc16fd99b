import { join } from 'node:path';
import type { LambdaName } from '../../../contracts/functions.ts';
import { LAMBDAS } from '../../../contracts/functions.ts';
import type { OperationId } from '../../../contracts/index.ts';
import { LIST_PRICES } from '../../../contracts/index.ts';
import type { ApiResponse } from '../../../handlers/http/api-event.ts';
import { createRouter } from '../../../handlers/http/routes.ts';
import { createPipelineHandlers } from '../../../handlers/pipeline-handlers.ts';
import { createHandler as createRepairHandler } from '../../../handlers/repair-on-event.ts';
import type { DemoSite } from '../../../local/demo/serve-demo-site.ts';
import { serveDemoSite } from '../../../local/demo/serve-demo-site.ts';
import { localFunctionArn } from '../../../local/engine/arns.ts';
import type { LocalExecutions } from '../../../local/engine/local-executions.ts';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { createStepLogger } from '../../../services/powertools-step-logger.ts';
import type { ApiServices } from '../../../services/services.ts';
import { createWebsiteReader } from '../../../services/website/crawling-website-reader.ts';
import { renderStateMachine, stateMachineTemplate } from '../../../statemachine/render.ts';
import { shortSleep } from '../../local/engine/engine-fixture.ts';
import type { AwsJsonServer } from '../../support/aws-protocol/aws-json-server.ts';
import { messageText } from '../../support/aws-protocol/bedrock/converse-request.ts';
import type { ConverseServer } from '../../support/aws-protocol/bedrock/converse-server.ts';
import { serveConverse } from '../../support/aws-protocol/bedrock/converse-server.ts';
import { serveComprehend } from '../../support/aws-protocol/comprehend/comprehend-server.ts';
import type { AwsAction } from '../../support/aws-protocol/recording/asked-action.ts';
import type { RecordingGateway } from '../../support/aws-protocol/recording/recording-gateway.ts';
import { startRecordingGateway } from '../../support/aws-protocol/recording/recording-gateway.ts';
import { serveSsm } from '../../support/aws-protocol/ssm/ssm-server.ts';
import { serveStepFunctions } from '../../support/aws-protocol/step-functions/step-functions-server.ts';
import { serveTextract } from '../../support/aws-protocol/textract/textract-server.ts';
import { startDynamoDbServer } from '../../support/dynamodb-server.ts';
import { readPrompt } from '../../support/model/read-prompt.ts';
import { ruleModel } from '../../support/model/rule-model.ts';
import type { S3Server } from '../../support/s3/s3-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';
import { MODEL, REGION, SECRET_PARAMETER, STATE_MACHINE_ARN, TABLE } from './deployment.ts';

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
  /** How much later than now the function believes that it is, in milliseconds. */
  readonly later_ms?: number;
}

/** The deployed pipeline on loopback: every function on AWS adapters with credentials of its own, the engine in place of Step Functions'. */
export interface PipelineOnAws {
  readonly site: DemoSite;
  readonly engine: LocalExecutions;
  /** The bucket, to take something out of it or let something go wrong. */
  readonly s3: S3Server;
  /** Step Functions, to let something go wrong. */
  readonly states: AwsJsonServer;
  /** The model, to see what it was asked. */
  readonly model: ConverseServer;
  /** Calls the function behind a route. */
  ask(operation: OperationId, ask: Ask): Promise<ApiResponse>;
  /** Calls the function that hears how executions end. */
  repair(event: unknown): Promise<unknown>;
  /** What each function asked of AWS, as `action on target`, sorted and each once. */
  recorded(): Partial<Record<LambdaName, readonly string[]>>;
  /** Everything that was asked of AWS, in order. */
  readonly actions: readonly AwsAction[];
  close(): Promise<void>;
}

/** The secret with which uploads are signed: the server on loopback verifies it. */
const SECRET = 'a made-up secret';

/** What Textract sees in the scanned page. */
const REFERENCE = [
  { text: 'Reference for Alex Morgan', top: 0.1, height: 0.03, width: 0.4 },
  { text: 'Alex led the telemetry team for four years and shipped its Kafka pipeline.', top: 0.2 },
];

/** Starts all services and makes all functions. */
export async function openPipelineOnAws(folder: string): Promise<PipelineOnAws> {
  const site = await serveDemoSite();
  const aws = await startAws();
  const servicesOf = (name: LambdaName, later_ms = 0) =>
    functionServices(name, { endpoint: aws.gateway.endpoint, bucket: aws.s3.bucket, site_host: site.host, later_ms });
  const handlers = await Promise.all(
    STEPS.map(async (name) => [name, createPipelineHandlers(await servicesOf(name))[name]] as const),
  );
  const engine = createLocalExecutions({
    definition: renderStateMachine(stateMachineTemplate(), functionArns()),
    handlers: Object.fromEntries(handlers),
    file: join(folder, 'executions.sqlite'),
    sleep: shortSleep('retry').sleep,
  });
  const states = await aws.addStates(engine);
  return {
    site,
    engine,
    s3: aws.s3,
    states,
    model: aws.model,
    actions: aws.gateway.actions,
    ask: async (operation, ask) => createRouter(await servicesOf(functionOf(operation), ask.later_ms))(apiEvent(ask)),
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
  const [dynamodb, s3, comprehend, textract, ssm, model] = await Promise.all([
    startDynamoDbServer(),
    startS3Server(),
    serveComprehend({ known_company: 'Kindlewater' }),
    serveTextract(() => REFERENCE),
    serveSsm({ [SECRET_PARAMETER]: SECRET }),
    serveConverse((request) => ({ text: JSON.stringify(ruleModel(readPrompt(messageText(request)))) })),
  ]);
  await dynamodb.createSessionTable(TABLE);
  const backends: Record<string, string> = {
    dynamodb: dynamodb.settings.endpoint,
    s3: s3.settings.endpoint,
    comprehend: comprehend.endpoint,
    textract: textract.endpoint,
    ssm: ssm.endpoint,
    bedrock: model.endpoint,
  };
  const gateway = await startRecordingGateway(backends);
  const servers: { close(): Promise<void> }[] = [gateway, model, ssm, textract, comprehend, s3, dynamodb];
  return {
    gateway,
    s3,
    model,
    addStates: async (executions: LocalExecutions): Promise<AwsJsonServer> => {
      const states = await serveStepFunctions({ executions, state_machine_arn: STATE_MACHINE_ARN });
      backends.states = states.endpoint;
      servers.push(states);
      return states;
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

/** Where a function runs. */
interface FunctionPlace {
  readonly endpoint: string;
  readonly bucket: string;
  readonly site_host: string;
  readonly later_ms: number;
}

/** What a function works with: its access key is its name, so that the gateway knows it. */
async function functionServices(
  name: LambdaName,
  { endpoint, bucket, site_host, later_ms }: FunctionPlace,
): Promise<ApiServices> {
  const aws = createAwsServices(
    {
      SESSIONS_TABLE: TABLE,
      ARTIFACTS_BUCKET: bucket,
      STATE_MACHINE_ARN,
      SESSION_ID_SECRET_PARAMETER: SECRET_PARAMETER,
      COMPREHEND_REQUESTS_PER_SECOND: '1000',
      TEXTRACT_PAGES_PER_SECOND: '1000',
      BEDROCK_MODEL_ID: MODEL.inferenceProfileId,
      BEDROCK_GUARDRAIL_ID: MODEL.guardrail.id,
      BEDROCK_GUARDRAIL_VERSION: MODEL.guardrail.version,
    },
    {
      timeouts: { sdk_seconds: LAMBDAS[name].timeout_seconds },
      client: { endpoint, region: REGION, credentials: { accessKeyId: name, secretAccessKey: SECRET } },
    },
  );
  const logger = createStepLogger(() => undefined);
  return {
    sessions: await aws.sessions(),
    budget: await aws.budget(),
    artifacts: await aws.artifacts(),
    uploads: await aws.uploads(),
    executions: await aws.executions(),
    analyzer: await aws.analyzer(),
    documents: createDocumentReader({ ocr: await aws.ocr() }),
    website: createWebsiteReader({ allow_hosts: [site_host] }),
    writer: (await aws.bedrock()).writer(logger),
    clock: { now: () => new Date(Date.now() + later_ms) },
    logger,
    authorizer: 'none',
    settings: {
      delivery_wait_seconds: 0,
      session_id_secret: aws.sessionIdSecret,
      made_by: { analyzer: 'comprehend', writer: 'bedrock', ocr: 'textract' },
      prices: { ...LIST_PRICES, tokens: { input_usd: 3, output_usd: 15 } },
      limits: { max_run_cost_usd: 5, daily_budget_usd: 100, max_concurrent_runs: 20 },
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
