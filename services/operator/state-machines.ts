import type { SFNClient } from '@aws-sdk/client-sfn';
import { DescribeStateMachineCommand, ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { awsErrorName } from '../aws/aws-error-name.ts';
import { askAws } from './ask-aws.ts';

/** A deployed state machine. */
export interface StateMachineFacts {
  readonly status: string;
  readonly type: string;
  /** Log groups that it writes to, as it was configured. */
  readonly log_groups: readonly string[];
}

/** What was deployed and has run. Every call throws `PermissionDeniedError`, `TransientUpstreamError`. */
export interface StateMachines {
  /** The state machine, or undefined when there is none. */
  describe(arn: string): Promise<StateMachineFacts | undefined>;
  /** Name of the newest execution that succeeded; undefined when none has, or the history of 90 days is over. */
  newestSuccess(arn: string): Promise<string | undefined>;
}

/** State machines by Step Functions. */
export function createStateMachines(client: SFNClient): StateMachines {
  return {
    describe: (stateMachineArn) => describe(client, stateMachineArn),
    newestSuccess: (stateMachineArn) =>
      askAws({ action: 'states:ListExecutions', resource: stateMachineArn }, async (options) => {
        const command = new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED', maxResults: 1 });
        const { executions = [] } = await client.send(command, options);
        return executions[0]?.name;
      }),
  };
}

async function describe(client: SFNClient, stateMachineArn: string): Promise<StateMachineFacts | undefined> {
  try {
    return await askAws({ action: 'states:DescribeStateMachine', resource: stateMachineArn }, async (options) => {
      const command = new DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' });
      const { status = 'UNKNOWN', type = 'UNKNOWN', loggingConfiguration } = await client.send(command, options);
      const destinations = loggingConfiguration?.destinations ?? [];
      return {
        status,
        type,
        log_groups: destinations.flatMap(({ cloudWatchLogsLogGroup }) => cloudWatchLogsLogGroup?.logGroupArn ?? []),
      };
    });
  } catch (error) {
    if (awsErrorName(error) === 'StateMachineDoesNotExist') return undefined;
    throw error;
  }
}
