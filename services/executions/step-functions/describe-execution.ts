import type { DescribeExecutionCommandOutput, SFNClient } from '@aws-sdk/client-sfn';
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { awsErrorName } from '../../aws/aws-error-name.ts';
import { callAws } from '../../aws/call-aws.ts';
import type { CallTimeouts } from '../../aws/call-timeouts.ts';
import { executionArn } from './execution-arn.ts';

/** How executions in Step Functions are reached. */
export interface StepFunctionsOptions {
  readonly client: SFNClient;
  /** Without version or alias. */
  readonly state_machine_arn: string;
  readonly timeouts: Pick<CallTimeouts, 'call_ms'>;
}

/** Undefined for an execution that does not exist, or not yet: the service tells of one a moment after its start. Throws what {@link callAws} throws. */
export function describeExecution(
  { client, state_machine_arn, timeouts }: StepFunctionsOptions,
  execution_id: string,
  includedData: 'ALL_DATA' | 'METADATA_ONLY',
): Promise<DescribeExecutionCommandOutput | undefined> {
  const arn = executionArn(state_machine_arn, execution_id);
  const asked = callAws({ action: 'states:DescribeExecution', resource: arn }, timeouts.call_ms, (options) =>
    client.send(new DescribeExecutionCommand({ executionArn: arn, includedData }), options),
  );
  return asked.catch(undefinedWhenUnknown);
}

/** Takes the answer that an execution does not exist for one; throws every other error again. */
export function undefinedWhenUnknown(error: unknown): undefined {
  if (awsErrorName(error) !== 'ExecutionDoesNotExist') throw error;
  return undefined;
}
