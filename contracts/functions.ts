import type { EnvironmentName } from './environment.ts';
import type { OperationId } from './http/routes/index.ts';
import { ROUTES } from './http/routes/index.ts';
import { STATE_CONTRACTS } from './states/registry.ts';
import type { FunctionName, StateContract } from './states/state-contract.ts';

/** The Lambda functions behind the routes of the API: one an operation, so that each has the permissions of that operation alone. */
export type RouteFunctionName = Capitalize<OperationId>;

/** Every Lambda function: those that serve the state machine, the routes of the API, and the one that hears how executions end. */
export type LambdaName = FunctionName | RouteFunctionName | 'RepairSession';

/** What is deployed of a function, beside its code and its permissions. */
export interface LambdaDefinition {
  /** One sentence, shown in the console. */
  readonly summary: string;
  /** The file in handlers/entrypoints, without `.ts`. */
  readonly entrypoint: string;
  readonly memory_mb: number;
  readonly timeout_seconds: number;
  /** Names of the environment variables that it reads. */
  readonly environment: readonly EnvironmentName[];
}

/**
 * Seconds that a route may take: the gateway gives up after 30 s, which it does not let anyone raise; a second less, so that the answer is
 * ours.
 */
const ROUTE_TIMEOUT_SECONDS = 29;

/** What the functions behind the routes give one call to another service, in seconds: the longest of them make three calls. */
export const ROUTE_TIMEOUTS = { sdk_seconds: 8 } as const;

/** Memory of a function that only asks other services, in MB: a third of a processor, with which the SDK loads in half a second. */
const LIGHT_MEMORY_MB = 512;

/** Seconds to read and mark one row, with the SDK's retries. */
const REPAIR_TIMEOUT_SECONDS = 15;

/** What settles the budget of a run that has ended, and tells what it cost. */
const SETTLES = ['DAILY_BUDGET_USD', 'MAX_CONCURRENT_RUNS', 'PRICE_TRANSITION_USD'] as const;

/** Every Lambda function by its name. */
export const LAMBDAS: { readonly [Name in LambdaName]: LambdaDefinition } = {
  CreateSession: stepFunction('CreateSession', 'create-session'),
  ScrapeCompany: stepFunction('ScrapeCompany', 'scrape-company'),
  ParseDocuments: stepFunction('ParseDocuments', 'parse-documents'),
  AnalyzeWithComprehend: stepFunction('AnalyzeWithComprehend', 'analyze-with-comprehend'),
  GenerateBrief: stepFunction('GenerateBrief', 'generate-brief'),
  UpdateSession: stepFunction('UpdateSession', 'update-session'),
  CreateDocument: routeFunction('createDocument', 'create-document', ['ARTIFACTS_BUCKET']),
  StartPipeline: routeFunction('startPipeline', 'start-pipeline', [
    'ARTIFACTS_BUCKET',
    'SESSIONS_TABLE',
    'STATE_MACHINE_ARN',
    'SESSION_ID_SECRET_PARAMETER',
    'MAX_RUN_COST_USD',
    ...SETTLES,
  ]),
  ListPipelines: routeFunction('listPipelines', 'list-pipelines', ['SESSIONS_TABLE']),
  GetPipeline: routeFunction('getPipeline', 'get-pipeline', ['SESSIONS_TABLE', 'STATE_MACHINE_ARN', ...SETTLES]),
  GetBrief: routeFunction('getBrief', 'get-brief', [
    'ARTIFACTS_BUCKET',
    'SESSIONS_TABLE',
    'STATE_MACHINE_ARN',
    ...SETTLES,
  ]),
  StopPipeline: routeFunction('stopPipeline', 'stop-pipeline', ['SESSIONS_TABLE', 'STATE_MACHINE_ARN', ...SETTLES]),
  RetryPipeline: routeFunction('retryPipeline', 'retry-pipeline', [
    'ARTIFACTS_BUCKET',
    'SESSIONS_TABLE',
    'STATE_MACHINE_ARN',
    'MAX_RUN_COST_USD',
    ...SETTLES,
  ]),
  DeletePipeline: routeFunction('deletePipeline', 'delete-pipeline', [
    'ARTIFACTS_BUCKET',
    'SESSIONS_TABLE',
    'STATE_MACHINE_ARN',
    ...SETTLES,
  ]),
  GetHealth: routeFunction('getHealth', 'get-health', []),
  RepairSession: {
    summary: 'Marks the row of an execution that ended without telling it: failed, timed out or stopped.',
    entrypoint: 'repair-session',
    memory_mb: LIGHT_MEMORY_MB,
    timeout_seconds: REPAIR_TIMEOUT_SECONDS,
    environment: ['SESSIONS_TABLE', ...SETTLES],
  },
};

/** The names of all functions, in the order in which a run meets them. */
export const LAMBDA_NAMES = Object.keys(LAMBDAS) as readonly LambdaName[];

/** The function behind an operation of the API. */
export function routeFunctionName(operation: OperationId): RouteFunctionName {
  return `${operation.charAt(0).toUpperCase()}${operation.slice(1)}` as RouteFunctionName;
}

function routeFunction(
  operation: OperationId,
  entrypoint: string,
  environment: readonly EnvironmentName[],
): LambdaDefinition {
  const { method, path, summary } = ROUTES[operation];
  return {
    summary: `${method} ${path}: ${summary}.`,
    entrypoint,
    memory_mb: LIGHT_MEMORY_MB,
    timeout_seconds: ROUTE_TIMEOUT_SECONDS,
    environment: [...environment, 'API_AUTHORIZER'],
  };
}

/** A function that serves states has what the most demanding of them needs. */
function stepFunction(name: FunctionName, entrypoint: string): LambdaDefinition {
  const served: readonly StateContract[] = Object.values(STATE_CONTRACTS).filter(
    (contract) => contract.function === name,
  );
  return {
    summary: served.map(({ summary }) => summary).join(' '),
    entrypoint,
    memory_mb: Math.max(...served.map(({ memory_mb }) => memory_mb)),
    timeout_seconds: Math.max(...served.map(({ timeouts }) => timeouts.function_seconds)),
    environment: [...new Set(served.flatMap(({ environment }) => environment))].sort(),
  };
}
