import { describe, expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { policiesOf, statementsOf } from '../support/stacks/policies.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('session-repair');

describe('events about executions that ended', () => {
  // Prepare, for all
  const stack = synthesize(exampleConfig('prod'), folder);
  const [queueName = ''] = Object.keys(stack.resources.aws_sqs_queue ?? {});
  const queueArn = `\${aws_sqs_queue.${queueName}.arn}`;

  test('go to a queue when they could not be delivered, and when the function could not handle them', () => {
    // Act
    const [target] = resourcesOf(stack, 'aws_cloudwatch_event_target');
    const [failures] = resourcesOf(stack, 'aws_lambda_function_event_invoke_config');

    // Assess
    expect(target).toMatchObject({ dead_letter_config: { arn: queueArn } });
    expect(failures).toMatchObject({
      destination_config: { on_failure: { destination: queueArn } },
      qualifier: target?.arn === undefined ? 'no target' : expect.stringContaining('aws_lambda_alias.RepairSession'),
    });
  });

  test('may be put there by the rule, and by the function that could not handle them, by nobody else', () => {
    // Act
    const [queue] = resourcesOf(stack, 'aws_sqs_queue');
    const [policy] = resourcesOf(stack, 'aws_sqs_queue_policy');
    const senders = policiesOf(stack).filter(({ statements }) =>
      statements.some(({ Action }) => Action.some((action) => action.startsWith('sqs:'))),
    );

    // Assess
    expect(queue).toMatchObject({ sqs_managed_sse_enabled: true, message_retention_seconds: 1_209_600 });
    expect(statementsOf(policy?.policy)).toEqual([
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: ['sqs:SendMessage'],
        Condition: {
          ArnEquals: {
            'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/interview-pipeline-prod-execution-ended',
          },
        },
      }),
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ]);
    expect(senders).toHaveLength(1);
    expect(senders[0]?.statements).toContainEqual(
      expect.objectContaining({ Action: ['sqs:SendMessage'], Resource: [queueArn] }),
    );
  });

  test('ring an alarm as soon as one lies there', () => {
    // Act
    const alarm = resourcesOf(stack, 'aws_cloudwatch_metric_alarm').find(({ alarm_name }) =>
      String(alarm_name).endsWith('-lost-repairs'),
    );

    // Assess
    expect(alarm).toMatchObject({
      namespace: 'AWS/SQS',
      metric_name: 'ApproximateNumberOfMessagesVisible',
      threshold: 1,
      dimensions: { QueueName: `\${aws_sqs_queue.${queueName}.name}` },
    });
  });
});
