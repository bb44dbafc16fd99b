import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import { Construct } from 'constructs';
import type { PipelineContext } from '../../pipeline-context.ts';
import { inspectCommand } from './inspect-command.ts';
import type { AlarmDefinition, Metric } from './metrics.ts';

/** The page that alarms point to when none is configured. */
const RUNBOOK_PAGE = 'docs/runbook.md';

/** The alarms, each telling the topic when it rings and when all is well again. */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    context: PipelineContext,
    definitions: readonly AlarmDefinition[],
    topicArn: string,
  ) {
    super(scope, id);
    for (const definition of definitions) this.#add(context, definition, topicArn);
  }

  #add(context: PipelineContext, definition: AlarmDefinition, topicArn: string): void {
    const { name, metrics, threshold, periodSeconds } = definition;
    new CloudwatchMetricAlarm(this, name, {
      alarmName: `${context.base}-${name}`,
      alarmDescription: describe(context, definition),
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      threshold,
      evaluationPeriods: 1,
      // Nothing measured means that nothing ran.
      treatMissingData: 'notBreaching',
      alarmActions: [topicArn],
      okActions: [topicArn],
      ...measured(metrics, periodSeconds),
    });
  }
}

/** One metric as it is; several are added up. */
function measured(metrics: readonly Metric[], period: number): object {
  const [only, ...more] = metrics;
  if (only !== undefined && more.length === 0) {
    const { namespace, metricName, dimensions, statistic } = only;
    const percentile = statistic.startsWith('p');
    return {
      namespace,
      metricName,
      dimensions,
      period,
      ...(percentile ? { extendedStatistic: statistic } : { statistic }),
    };
  }
  const sum = {
    id: 'total',
    expression: metrics.map((_, index) => `FILL(m${index}, 0)`).join(' + '),
    label: 'total',
    returnData: true,
  };
  const parts = metrics.map(({ namespace, metricName, dimensions, statistic }, index) => ({
    id: `m${index}`,
    metric: { namespace, metricName, dimensions, period, stat: statistic },
  }));
  return { metricQuery: [sum, ...parts] };
}

/** What has happened, the runbook, and the command that shows what rang. */
function describe(context: PipelineContext, { name, meaning, about }: AlarmDefinition): string {
  const runbook = context.config.alarms.runbookUrl ?? RUNBOOK_PAGE;
  return `${meaning} Runbook: ${runbook}#${headingOf(name)}. Inspect: ${inspectCommand(context, about)}`;
}

/** The heading of the runbook: functions share two, because the same is to be done. */
function headingOf(name: string): string {
  if (name.endsWith('-errors')) return 'errors-of-a-function';
  return name.endsWith('-near-timeout') ? 'a-function-near-its-timeout' : name;
}
