import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { DescribeExecutionCommandOutput } from '@aws-sdk/client-sfn';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SessionConflictError, TransientUpstreamError } from '../../../contracts/index.ts';
import { awsErrorName } from '../../aws/aws-error-name.ts';
import { callAws } from '../../aws/call-aws.ts';
import { executionInput } from '../execution-input.ts';
import type { StartExecutionRequest } from '../executions.ts';
import type { StepFunctionsOptions } from './describe-execution.ts';
import { describeExecution } from './describe-execution.ts';
import { executionArn } from './execution-arn.ts';

/** Looks at an execution that was just started and cannot be described yet. */
const MAX_LOOKS = 3;

/** Between two looks, in milliseconds: the service tells of an execution within a fraction of a second. */
const BETWEEN_LOOKS_MS = 250;

/**
 * Starts an execution, or finds that it runs already on an equal input: also when the answer to its start was lost on the way.
 *
 * @throws SessionConflictError when its name was used for another one, or for one that has ended
 * @throws TransientUpstreamError when it cannot be told whether it was started; starting it again finds out
 */
export async function startExecution(
  options: StepFunctionsOptions,
  { execution_id, input }: StartExecutionRequest,
): Promise<{ readonly execution_arn: string }> {
  const { client, state_machine_arn, timeouts } = options;
  const json = executionInput(execution_id, input);
  const command = new StartExecutionCommand({ stateMachineArn: state_machine_arn, name: execution_id, input: json });
  try {
    await callAws({ action: 'states:StartExecution', resource: state_machine_arn }, timeouts.call_ms, (send) =>
      client.send(command, send),
    );
  } catch (error) {
    const exists = awsErrorName(error) === 'ExecutionAlreadyExists';
    if (!exists && !answerWasLost(error)) throw error;
    const existing = await describeSoon(options, execution_id);
    if (existing === undefined) throw exists ? notDescribedYet(execution_id, error) : error;
    assertSameRun(existing, execution_id, json);
  }
  return { execution_arn: executionArn(state_machine_arn, execution_id) };
}

/** Whether the service may have done what it was asked although the call failed: it did not refuse it. */
function answerWasLost(error: unknown): boolean {
  if (!(error instanceof TransientUpstreamError)) return false;
  const { cause } = error;
  return !(typeof cause === 'object' && cause !== null && '$fault' in cause && cause.$fault === 'client');
}

/** Describes an execution that may have been started a moment ago. */
async function describeSoon(
  options: StepFunctionsOptions,
  execution_id: string,
): Promise<DescribeExecutionCommandOutput | undefined> {
  for (let look = 1; look < MAX_LOOKS; look += 1) {
    const found = await describeExecution(options, execution_id, 'ALL_DATA');
    if (found !== undefined) return found;
    await sleep(BETWEEN_LOOKS_MS);
  }
  return describeExecution(options, execution_id, 'ALL_DATA');
}

/** The same execution is one that still runs on an equal input, however its keys are ordered. */
function assertSameRun({ status, input }: DescribeExecutionCommandOutput, execution_id: string, json: string): void {
  const isSame = input !== undefined && isDeepStrictEqual(JSON.parse(input), JSON.parse(json));
  if (status !== 'RUNNING' || !isSame)
    throw new SessionConflictError(
      `The execution ${execution_id} exists already, ${status === 'RUNNING' ? 'with another input' : 'and has ended'}.`,
    );
}

function notDescribedYet(execution_id: string, cause: unknown): TransientUpstreamError {
  const message = `The execution ${execution_id} was started a moment ago and cannot be described yet. Ask again in a few seconds.`;
  return new TransientUpstreamError(message, { cause });
}
