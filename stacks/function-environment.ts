import type { EnvironmentName } from '../contracts/environment.ts';
import { ENVIRONMENT } from '../contracts/environment.ts';
import type { LambdaName } from '../contracts/functions.ts';
import { LAMBDAS } from '../contracts/functions.ts';
import { modelPrices } from './config/cost-faults.ts';
import type { DeployConfig } from './deploy-config.ts';

/** Variables without which a function does not work. */
type RequiredName = {
  [Name in EnvironmentName]: (typeof ENVIRONMENT)[Name] extends { readonly optional: true } ? never : Name;
}[EnvironmentName];

/** What only the stack's resources tell. */
export interface ResourceNames {
  readonly bucket: string;
  readonly table: string;
  readonly sessionIdSecretParameter: string;
  /** Asked for after the state machine is made, because its own functions come before it. */
  readonly stateMachineArn: () => string;
}

/** The value of every variable that is required, made when a function asks for it. */
type RequiredValues = { readonly [Name in RequiredName]: () => string };

/** The variables that a function's contract names, with their values; optional ones only when they are configured. */
export function functionEnvironment(
  name: LambdaName,
  config: DeployConfig,
  names: ResourceNames,
): Record<string, string> {
  const required = requiredValues(config, names);
  const optional: Readonly<Record<string, string>> = {
    ...guardrailValues(config),
    ...costValues(config),
    ...config.variables,
  };
  const entries = LAMBDAS[name].environment.flatMap((variable) => {
    const value = isRequired(variable) ? required[variable]() : optional[variable];
    return value === undefined ? [] : [[variable, value] as const];
  });
  return Object.fromEntries(entries);
}

function requiredValues(config: DeployConfig, names: ResourceNames): RequiredValues {
  return {
    ARTIFACTS_BUCKET: () => names.bucket,
    SESSIONS_TABLE: () => names.table,
    STATE_MACHINE_ARN: names.stateMachineArn,
    DELIVERY_WAIT_SECONDS: () => String(config.limits.deliveryWaitSeconds),
    SESSION_ID_SECRET_PARAMETER: () => names.sessionIdSecretParameter,
    API_AUTHORIZER: () => config.authorizer.type,
    BEDROCK_MODEL_ID: () => config.model.inferenceProfileId ?? config.model.id,
  };
}

function guardrailValues({ model: { guardrail } }: DeployConfig): Partial<Record<EnvironmentName, string>> {
  return guardrail === null ? {} : { BEDROCK_GUARDRAIL_ID: guardrail.id, BEDROCK_GUARDRAIL_VERSION: guardrail.version };
}

/** Limits and prices as the functions read them. The list's prices are in their code; those of the model are told where its id alone would not say them. */
function costValues(config: DeployConfig): Partial<Record<EnvironmentName, string>> {
  const { limits, prices } = config;
  const tokens = modelPrices(config);
  const values: Partial<Record<EnvironmentName, number | null | undefined>> = {
    MAX_RUN_COST_USD: limits.maxRunCostUsd,
    DAILY_BUDGET_USD: limits.dailyBudgetUsd,
    MAX_CONCURRENT_RUNS: limits.maxConcurrentRuns,
    PRICE_TRANSITION_USD: prices.transitionUsd,
    PRICE_COMPREHEND_UNIT_USD: prices.comprehendUnitUsd,
    PRICE_TEXTRACT_PAGE_USD: prices.textractPageUsd,
    PRICE_INPUT_TOKENS_USD: tokens?.input_usd,
    PRICE_OUTPUT_TOKENS_USD: tokens?.output_usd,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, toText(value)] as const])),
  );
}

/** Products of prices end in digits that mean nothing. */
function toText(value: number): string {
  return String(Number(value.toFixed(9)));
}

function isRequired(name: EnvironmentName): name is RequiredName {
  return !('optional' in ENVIRONMENT[name]);
}
