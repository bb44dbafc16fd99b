import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter/index.js';
import { Construct } from 'constructs';
import type { PipelineFunction } from '../pipeline-function.ts';

/** What the log of a function that ended says of what it paid for: the field, and the metric made of it. */
const USAGE_FIELDS = {
  GenerateBrief: { input_tokens: 'InputTokens', output_tokens: 'OutputTokens' },
  AnalyzeWithComprehend: { comprehend_units: 'ComprehendUnits' },
} as const;

/** Makes metrics of the tokens and units that functions log when they end, in vain as well; a result that was there already has cost nothing. */
export class UsageMetrics extends Construct {
  constructor(
    scope: Construct,
    id: string,
    namespace: string,
    functions: Readonly<Record<keyof typeof USAGE_FIELDS, PipelineFunction>>,
  ) {
    super(scope, id);
    for (const [name, fields] of Object.entries(USAGE_FIELDS)) {
      const { logGroup } = functions[name as keyof typeof USAGE_FIELDS];
      for (const [field, metric] of Object.entries(fields)) {
        new CloudwatchLogMetricFilter(this, metric, {
          name: metric,
          logGroupName: logGroup.name,
          pattern: `{ ($.message = "step succeeded" || $.message = "step failed") && $.reused IS FALSE && $.${field} = * }`,
          metricTransformation: { name: metric, namespace, value: `$.${field}`, unit: 'Count' },
        });
      }
    }
  }
}
