import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { GetExecutionHistoryCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { callAws } from '../../aws/call-aws.ts';
import type { ExecutionDescription, ExecutionEvent, Executions } from '../executions.ts';
import type { StepFunctionsOptions } from './describe-execution.ts';
import { describeExecution, undefinedWhenUnknown } from './describe-execution.ts';
import { executionArn } from './execution-arn.ts';
import { toExecutionEvents } from './execution-history.ts';
import { startExecution } from './start-execution.ts';

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
    start: (request) => startExecution(options, request),
    describe: (executionId) => describe(options, executionId),
    history: (executionId) => history(options, executionId),
    stop: (executionId, reason) => stop(options, executionId, reason),
    // The service has no such operation: what it knows are ids, names and addresses, gone after 90 days.
    forget: async () => undefined,
  };
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
