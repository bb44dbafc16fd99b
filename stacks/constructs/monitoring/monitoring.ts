import { Construct } from 'constructs';
import type { LambdaName } from '../../../contracts/functions.ts';
import type { PipelineContext } from '../../pipeline-context.ts';
import { usageNamespaceOf } from '../../pipeline-context.ts';
import type { PipelineFunction } from '../pipeline-function.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { Alarms } from './alarms.ts';
import { Dashboard } from './dashboard.ts';
import type { Watched } from './metrics.ts';
import { alarmDefinitions } from './metrics.ts';
import { UsageMetrics } from './usage-metrics.ts';

/** What is watched. */
export interface MonitoringProps {
  readonly functions: Readonly<Record<LambdaName, PipelineFunction>>;
  readonly stateMachineArn: string;
  readonly apiId: string;
  /** Name of the queue of events that could not be handled. */
  readonly deadLetterQueue: string;
}

/** Alarms that reach someone, and one page to look at. */
export class Monitoring extends Construct {
  constructor(
    scope: Construct,
    id: string,
    context: PipelineContext,
    { functions, stateMachineArn, apiId, deadLetterQueue }: MonitoringProps,
  ) {
    super(scope, id);
    const { tokensPerDay, comprehendUnitsPerDay } = context.config.alarms;
    const usageNamespace = usageNamespaceOf(context);
    const watched: Watched = {
      stateMachineArn,
      apiId,
      deadLetterQueue,
      functionNames: mapFunctions(functions, ({ function: { functionName } }) => functionName),
      usageNamespace,
      tokensPerDay,
      comprehendUnitsPerDay,
    };
    const { topic } = new AlarmTopic(this, 'alarm-topic', context);
    new UsageMetrics(this, 'usage', usageNamespace, functions);
    new Alarms(this, 'alarms', context, alarmDefinitions(watched), topic.arn);
    new Dashboard(this, 'dashboard', context, watched);
  }
}

function mapFunctions<Value>(
  functions: MonitoringProps['functions'],
  toValue: (target: PipelineFunction) => Value,
): Record<LambdaName, Value> {
  return Object.fromEntries(Object.entries(functions).map(([name, target]) => [name, toValue(target)])) as Record<
    LambdaName,
    Value
  >;
}
