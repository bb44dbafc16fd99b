import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription/index.js';
import { Construct } from 'constructs';
import type { PipelineContext } from '../../pipeline-context.ts';
import { policyDocument, tlsOnly } from '../../policies/policy-document.ts';

/** Where alarms go, and who is told. */
export class AlarmTopic extends Construct {
  readonly topic: SnsTopic;

  constructor(scope: Construct, id: string, { base, config }: PipelineContext) {
    super(scope, id);
    const { email, kmsKeyArn } = config.alarms;
    this.topic = new SnsTopic(this, 'topic', {
      name: `${base}-alarms`,
      // A customer key or none: CloudWatch cannot publish to a topic under the key that AWS manages.
      ...(kmsKeyArn === null ? {} : { kmsMasterKeyId: kmsKeyArn }),
    });
    new SnsTopicPolicy(this, 'policy', {
      arn: this.topic.arn,
      policy: alarmsMayPublish(this.topic.arn, config.accountId),
    });
    if (email !== null) {
      new SnsTopicSubscription(this, 'email', { topicArn: this.topic.arn, protocol: 'email', endpoint: email });
    }
  }
}

function alarmsMayPublish(topicArn: string, accountId: string): string {
  return policyDocument([
    {
      Sid: 'AlarmsMayPublish',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: topicArn,
      Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
    },
    tlsOnly('sns:Publish', topicArn),
  ]);
}
