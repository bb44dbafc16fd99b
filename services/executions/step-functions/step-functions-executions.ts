import { isDeepStrictEqual } from 'node:util';
import type { HistoryEvent, SFNClient } from '@aws-sdk/client-sfn';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { SessionConflictError, TransientUpstreamError } from '../../../contracts/index.ts';
import { awsErrorName } from '../../aws/aws-error-name.ts';
import { callAws } from '../../aws/call-aws.ts';
import type { CallTimeouts } from '../../aws/call-timeouts.ts';
import { executionInput } from '../execution-input.ts';
import type { ExecutionDescription, ExecutionEvent, Executions, StartExecutionRequest } from '../executions.ts';
import { executionArn } from './execution-arn.ts';
import { toExecutionEvents } from './execution-history.ts';

/** How executions in Step Functions are reached. */
export interface StepFunctionsOptions {
  readonly client: SFNClient;
  /** Without version or alias. */
  readonly state_machine_arn: string;
  readonly timeouts: Pick<CallTimeouts, 'call_ms'>;
}

/** Events of a page of the history: the most that the service gives. */
const HISTORY_PAGE_EVENTS = 1_000;

/** Longest cause of a stop, in characters: a quota of Step Functions. */
const MAX_CAUSE_CHARACTERS = 32_768;

/**
 * Executions of a state machine in AWS. Payloads are asked for in one case alone, to compare the input of an execution that exists already; so descriptions have no output, and a
 * cause where the service tells it without the payloads.
 *
 * @throws ConfigurationError when the ARN is not that of a state machine
 */
export function createStepFunctionsExecutions(options: StepFunctionsOptions): Executions {
  executionArn(options.state_machine_arn, 'check');
  return {
    start: (request) => start(options, request),
    describe: (executionId) => describe(options, executionId),
    history: (executionId) => history(options, executionId),
    stop: (executionId, reason) => stop(options, executionId, reason),
    // The service has no such operation: what it knows are ids, names and addresses, gone after 90 days.
    forget: async () => undefined,
  };
}

async function start(
  { client, state_machine_arn, timeouts }: StepFunctionsOptions,
  { execution_id, input }: StartExecutionRequest,
): Promise<{ readonly execution_arn: string }> {
  const json = executionInput(execution_id, input);
  const execution_arn = executionArn(state_machine_arn, execution_id);
  try {
    await callAws({ action: 'states:StartExecution', resource: state_machine_arn }, timeouts.call_ms, (options) =>
      client.send(
        new StartExecutionCommand({ stateMachineArn: state_machine_arn, name: execution_id, input: json }),
        options,
      ),
    );
  } catch (error) {
    const options = { client, state_machine_arn, timeouts };
    if (awsErrorName(error) === 'ExecutionAlreadyExists') await assertSameRun(options, execution_id, json);
    else if (!answerWasLost(error) || !(await runsOn(options, execution_id, json))) throw error;
  }
  return { execution_arn };
}

/** Whether the service may have done what it was asked although the call failed: it did not refuse it. */
function answerWasLost(error: unknown): boolean {
  if (!(error instanceof TransientUpstreamError)) return false;
  const { cause } = error;
  return !(typeof cause === 'object' && cause !== null && '$fault' in cause && cause.$fault === 'client');
}

/** Whether an execution of this name runs on this input. */
async function runsOn(options: StepFunctionsOptions, execution_id: string, json: string): Promise<boolean> {
  const existing = await describeExecution(options, execution_id, 'ALL_DATA');
  return existing?.status === 'RUNNING' && isSameInput(existing.input, json);
}

function isSameInput(input: string | undefined, json: string): boolean {
  return input !== undefined && isDeepStrictEqual(JSON.parse(input), JSON.parse(json));
}

/** An execution of this name exists: the same one is one that still runs on an equal input, however its keys are ordered. */
async function assertSameRun(options: StepFunctionsOptions, execution_id: string, json: string): Promise<void> {
  const existing = await describeExecution(options, execution_id, 'ALL_DATA');
  if (existing === undefined)
    throw new TransientUpstreamError(
      `The execution ${execution_id} was started a moment ago and cannot be described yet. Ask again in a few seconds.`,
    );
  if (existing.status !== 'RUNNING' || !isSameInput(existing.input, json))
    throw new SessionConflictError(
      `The execution ${execution_id} exists already, ${existing.status === 'RUNNING' ? 'with another input' : 'and has ended'}.`,
    );
}

async function describe(
  options: StepFunctionsOptions,
  execution_id: string,
): Promise<ExecutionDescription | undefined> {
  const found = await describeExecution(options, execution_id, 'METADATA_ONLY');
  if (found === undefined) return undefined;
  const { status = 'RUNNING', startDate, stopDate, error, cause } = found;
  return {
    execution_id,
    execution_arn: executionArn(options.state_machine_arn, execution_id),
    status: status === 'PENDING_REDRIVE' ? 'RUNNING' : status,
    started_at: (startDate ?? new Date(0)).toISOString(),
    ...(stopDate === undefined ? {} : { stopped_at: stopDate.toISOString() }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Undefined for an execution that does not exist, or not yet: the service tells of one a moment after its start. */
function describeExecution(
  { client, state_machine_arn, timeouts }: StepFunctionsOptions,
  execution_id: string,
  includedData: 'ALL_DATA' | 'METADATA_ONLY',
) {
  const arn = executionArn(state_machine_arn, execution_id);
  const asked = callAws({ action: 'states:DescribeExecution', resource: arn }, timeouts.call_ms, (options) =>
    client.send(new DescribeExecutionCommand({ executionArn: arn, includedData }), options),
  );
  return asked.catch(undefinedWhenUnknown);
}

async function history(
  { client, state_machine_arn, timeouts }: StepFunctionsOptions,
  execution_id: string,
): Promise<readonly ExecutionEvent[]> {
  const arn = executionArn(state_machine_arn, execution_id);
  const events: HistoryEvent[] = [];
  let token: string | undefined;
  do {
    const page = { executionArn: arn, includeExecutionData: false, maxResults: HISTORY_PAGE_EVENTS };
    const command = new GetExecutionHistoryCommand(token === undefined ? page : { ...page, nextToken: token });
    const answer = await callAws({ action: 'states:GetExecutionHistory', resource: arn }, timeouts.call_ms, (options) =>
      client.send(command, options),
    ).catch(undefinedWhenUnknown);
    events.push(...(answer?.events ?? []));
    token = answer?.nextToken;
  } while (token !== undefined);
  return toExecutionEvents(events);
}

async function stop(
  { client, state_machine_arn, timeouts }: StepFunctionsOptions,
  execution_id: string,
  reason: string,
): Promise<void> {
  const arn = executionArn(state_machine_arn, execution_id);
  const command = new StopExecutionCommand({ executionArn: arn, cause: reason.slice(0, MAX_CAUSE_CHARACTERS) });
  await callAws({ action: 'states:StopExecution', resource: arn }, timeouts.call_ms, (options) =>
    client.send(command, options),
  ).catch(undefinedWhenUnknown);
}

function undefinedWhenUnknown(error: unknown): undefined {
  if (awsErrorName(error) !== 'ExecutionDoesNotExist') throw error;
  return undefined;
}
