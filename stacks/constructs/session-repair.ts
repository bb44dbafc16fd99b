import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission/index.js';
import { Construct } from 'constructs';
import { UNANNOUNCED_ENDS } from '../../contracts/events.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/** Seconds for which an event is delivered again while the function cannot be reached: a day, the most there is. */
const MAX_EVENT_AGE_SECONDS = 86_400;

/** How often it is delivered again in that time. */
const MAX_DELIVERIES = 185;

/** Calls a function when an execution ends in a way that the state machine itself cannot tell: stopped, timed out, failed outside of its states. */
export class SessionRepair extends Construct {
  constructor(
    scope: Construct,
    id: string,
    context: PipelineContext,
    stateMachineArn: string,
    target: PipelineFunction,
  ) {
    super(scope, id);
    const rule = new CloudwatchEventRule(this, 'rule', {
      name: `${context.base}-execution-ended`,
      description: 'Executions that ended without marking their session.',
      eventPattern: JSON.stringify({
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [stateMachineArn], status: UNANNOUNCED_ENDS },
      }),
    });
    new CloudwatchEventTarget(this, 'target', {
      rule: rule.name,
      targetId: target.node.id,
      arn: target.alias.arn,
      retryPolicy: { maximumEventAgeInSeconds: MAX_EVENT_AGE_SECONDS, maximumRetryAttempts: MAX_DELIVERIES },
    });
    new LambdaPermission(this, 'permission', {
      action: 'lambda:InvokeFunction',
      principal: 'events.amazonaws.com',
      functionName: target.function.functionName,
      qualifier: target.alias.name,
      sourceArn: rule.arn,
    });
  }
}
