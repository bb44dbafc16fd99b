import { LOG_DELIVERY_ACTIONS } from '../../contracts/permissions.ts';

/** Actions that can be allowed on everything only, and why. */
export interface UnnarrowedActions {
  readonly actions: readonly string[];
  readonly reason: string;
}

/** With these a list is looked through for a name: IAM offers them no resource, or one that names nothing yet. */
export const UNNARROWED_READS: Readonly<Record<string, UnnarrowedActions>> = {
  aws_sfn_state_machine: {
    actions: ['states:ValidateStateMachineDefinition'],
    reason: 'the provider has every definition checked while it plans; the action has no resource',
  },
  aws_cloudwatch_log_group: {
    actions: ['logs:DescribeLogGroups'],
    reason: 'groups are found by looking through their list',
  },
  aws_cloudwatch_metric_alarm: {
    actions: ['cloudwatch:DescribeAlarms'],
    reason: 'alarms are found by looking through their list',
  },
  aws_ssm_parameter: {
    actions: ['ssm:DescribeParameters'],
    reason: 'the tier and description of a parameter stand in the list alone',
  },
};

/** With these something of the account is set up beside the resource; they have no resources. */
export const UNNARROWED_CHANGES: Readonly<Record<string, UnnarrowedActions>> = {
  aws_apigatewayv2_stage: {
    actions: LOG_DELIVERY_ACTIONS,
    reason: 'API Gateway sets up the delivery of its access log with the rights of whoever makes the stage',
  },
};
