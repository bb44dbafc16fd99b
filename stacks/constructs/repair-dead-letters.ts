import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy/index.js';
import { Construct } from 'constructs';
import type { PipelineContext } from '../pipeline-context.ts';
import { arnOf } from '../pipeline-context.ts';
import { policyDocument, tlsOnly } from '../policies/policy-document.ts';

/** Seconds that a lost event is kept: fourteen days, the most that SQS offers; rows themselves are kept for ninety. */
const KEPT_SECONDS = 1_209_600;

/** Where the ends of executions go that nobody could be told of: EventBridge could not deliver them, or the function failed at each attempt. */
export class RepairDeadLetters extends Construct {
  readonly queue: SqsQueue;

  /** @param ruleName the rule whose events EventBridge may put here */
  constructor(scope: Construct, id: string, context: PipelineContext, ruleName: string) {
    super(scope, id);
    this.queue = new SqsQueue(this, 'queue', {
      name: `${context.base}-lost-repairs`,
      messageRetentionSeconds: KEPT_SECONDS,
      sqsManagedSseEnabled: true,
    });
    new SqsQueuePolicy(this, 'policy', {
      queueUrl: this.queue.id,
      policy: ruleMaySend(this.queue.arn, arnOf(context, 'events', `rule/${ruleName}`)),
    });
  }
}

function ruleMaySend(queueArn: string, ruleArn: string): string {
  return policyDocument([
    {
      Sid: 'RuleMaySend',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: queueArn,
      Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
    },
    tlsOnly('sqs:*', queueArn),
  ]);
}
