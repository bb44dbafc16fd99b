import type { LocalExecutions } from '../../../../local/engine/local-executions.ts';
import type { AwsJsonServer } from '../aws-json-server.ts';
import { ServiceError, serveAwsJson } from '../aws-json-server.ts';
import type { WireEvent } from './to-history.ts';
import { toHistory } from './to-history.ts';

/** What the service on loopback runs. */
export interface StepFunctionsServerOptions {
  readonly executions: LocalExecutions;
  readonly state_machine_arn: string;
  /** A state's type by its name; "Task" when absent. */
  readonly typeOf?: (state: string) => string;
  /** Whether an execution can be described already: the service is eventually consistent. */
  readonly isVisible?: (executionArn: string) => boolean;
  /** Events of a page; the service's own when absent. */
  readonly page_events?: number;
}

/** The documented limits of the requests ("Quotas for Step Functions", API reference). */
const LIMITS = { name_characters: 80, input_bytes: 262_144, history_events: 1_000, cause_characters: 32_768 } as const;

interface StartInput {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly input: string;
}

/** Serves Step Functions on loopback with the local engine behind it: the protocol, the limits and the error names are those of the service. */
export function serveStepFunctions(options: StepFunctionsServerOptions): Promise<AwsJsonServer> {
  const inputs = new Map<string, string>();
  return serveAwsJson(
    { target: 'AWSStepFunctions', signing_name: 'states' },
    {
      StartExecution: (request: StartInput) => startExecution(options, inputs, request),
      DescribeExecution: (request: { executionArn: string; includedData?: string }) =>
        describeExecution(options, inputs, request),
      GetExecutionHistory: (request: HistoryInput) => getExecutionHistory(options, inputs, request),
      StopExecution: async ({ executionArn, cause = '' }: { executionArn: string; cause?: string }) => {
        if (cause.length > LIMITS.cause_characters) throw new ServiceError('ValidationException', 'cause is too long');
        await known(options, executionArn);
        await options.executions.stop(nameIn(executionArn), cause);
        return { stopDate: Date.now() / 1_000 };
      },
    },
  );
}

async function startExecution(
  { executions, state_machine_arn }: StepFunctionsServerOptions,
  inputs: Map<string, string>,
  { stateMachineArn, name, input }: StartInput,
): Promise<object> {
  if (stateMachineArn !== state_machine_arn) throw new ServiceError('StateMachineDoesNotExist', stateMachineArn);
  if (!/^[0-9A-Za-z_-]+$/.test(name) || name.length > LIMITS.name_characters)
    throw new ServiceError('InvalidName', name);
  if (Buffer.byteLength(input) > LIMITS.input_bytes) throw new ServiceError('InvalidExecutionInput', 'too large');
  const isNew = !inputs.has(name);
  const isSame = inputs.get(name) === input && (await executions.describe(name))?.status === 'RUNNING';
  if (!isNew && !isSame) throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: ${name}`);
  if (isNew) inputs.set(name, input);
  const { execution_arn } = await executions.start({ execution_id: name, input: JSON.parse(input) });
  return { executionArn: execution_arn, startDate: Date.now() / 1_000 };
}

/** Without payloads not even error and cause are told: the harshest reading of METADATA_ONLY. */
async function describeExecution(
  options: StepFunctionsServerOptions,
  inputs: Map<string, string>,
  { executionArn, includedData }: { executionArn: string; includedData?: string },
): Promise<object> {
  const found = await known(options, executionArn);
  const { output, error, cause, stopped_at } = found;
  const payloads = {
    input: inputs.get(found.execution_id),
    output: output === undefined ? undefined : JSON.stringify(output),
    error,
    cause,
  };
  return {
    executionArn,
    stateMachineArn: options.state_machine_arn,
    name: found.execution_id,
    status: found.status,
    startDate: Date.parse(found.started_at) / 1_000,
    stopDate: stopped_at === undefined ? undefined : Date.parse(stopped_at) / 1_000,
    redriveCount: 0,
    ...(includedData === 'METADATA_ONLY' ? {} : payloads),
  };
}

interface HistoryInput {
  readonly executionArn: string;
  readonly maxResults?: number;
  readonly nextToken?: string;
  readonly includeExecutionData?: boolean;
}

async function getExecutionHistory(
  options: StepFunctionsServerOptions,
  inputs: Map<string, string>,
  { executionArn, maxResults = 100, nextToken = '0', includeExecutionData = true }: HistoryInput,
): Promise<{ events: readonly WireEvent[]; nextToken?: string }> {
  const { execution_id } = await known(options, executionArn);
  if (maxResults > LIMITS.history_events) throw new ServiceError('ValidationException', 'maxResults is too large');
  const input = includeExecutionData ? inputs.get(execution_id) : undefined;
  const all = toHistory(await options.executions.history(execution_id), options.typeOf ?? (() => 'Task'), { input });
  const from = Number(nextToken);
  const to = from + Math.min(maxResults, options.page_events ?? maxResults);
  return { events: all.slice(from, to), ...(to < all.length ? { nextToken: String(to) } : {}) };
}

async function known({ executions, isVisible = () => true }: StepFunctionsServerOptions, arn: string) {
  const found = isVisible(arn) ? await executions.describe(nameIn(arn)) : undefined;
  if (found === undefined) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return found;
}

function nameIn(executionArn: string): string {
  return executionArn.slice(executionArn.lastIndexOf(':') + 1);
}
