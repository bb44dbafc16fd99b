import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import { LambdaFunctionEventInvokeConfig } from '@cdktf/provider-aws/lib/lambda-function-event-invoke-config/index.js';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission/index.js';
import { Construct } from 'constructs';
import { UNANNOUNCED_ENDS } from '../../contracts/events.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/** Seconds for which an event is delivered again while the function cannot be reached: a day, the most there is. */
const MAX_EVENT_AGE_SECONDS = 86_400;

/** How often it is delivered again in that time. */
const MAX_DELIVERIES = 185;

/** How often Lambda calls the function again when it fails: the most that Lambda offers, a minute and then two minutes later. */
const MAX_INVOCATION_RETRIES = 2;

/** Seconds after which Lambda gives an event up that it could not run: six hours, the most that Lambda offers. */
const MAX_QUEUED_SECONDS = 21_600;

/** What the rule of an environment is called. */
export function repairRuleName({ base }: PipelineContext): string {
  return `${base}-execution-ended`;
}

/** What is called, and where events go that could not be handled. */
export interface SessionRepairProps {
  readonly stateMachineArn: string;
  readonly target: PipelineFunction;
  readonly deadLetterArn: string;
}

/** Calls a function when an execution ends in a way that the state machine itself cannot tell: stopped, timed out, failed outside of its states. */
export class SessionRepair extends Construct {
  constructor(scope: Construct, id: string, context: PipelineContext, props: SessionRepairProps) {
    super(scope, id);
    const { target, deadLetterArn } = props;
    const rule = this.#makeRule(context, props);
    new CloudwatchEventTarget(this, 'target', {
      rule: rule.name,
      targetId: target.node.id,
      arn: target.alias.arn,
      retryPolicy: { maximumEventAgeInSeconds: MAX_EVENT_AGE_SECONDS, maximumRetryAttempts: MAX_DELIVERIES },
      // For events that Lambda did not take.
      deadLetterConfig: { arn: deadLetterArn },
    });
    new LambdaPermission(this, 'permission', {
      action: 'lambda:InvokeFunction',
      principal: 'events.amazonaws.com',
      functionName: target.function.functionName,
      qualifier: target.alias.name,
      sourceArn: rule.arn,
    });
    // For events that Lambda took and the function could not handle: EventBridge counts those as delivered.
    new LambdaFunctionEventInvokeConfig(this, 'failures', {
      functionName: target.function.functionName,
      qualifier: target.alias.name,
      maximumRetryAttempts: MAX_INVOCATION_RETRIES,
      maximumEventAgeInSeconds: MAX_QUEUED_SECONDS,
      destinationConfig: { onFailure: { destination: deadLetterArn } },
    });
  }

  #makeRule(context: PipelineContext, { stateMachineArn }: SessionRepairProps): CloudwatchEventRule {
    return new CloudwatchEventRule(this, 'rule', {
      name: repairRuleName(context),
      description: 'Executions that ended without marking their session.',
      eventPattern: JSON.stringify({
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [stateMachineArn], status: UNANNOUNCED_ENDS },
      }),
    });
  }
}
