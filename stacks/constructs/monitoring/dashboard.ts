import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js';
import { Construct } from 'constructs';
import type { PipelineContext } from '../../pipeline-context.ts';
import type { Metric, Watched } from './metrics.ts';
import { apiMetric, executionMetric, functionMetric, usageMetric } from './metrics.ts';

/** Columns of a dashboard's grid; two widgets stand side by side. */
const WIDGET_COLUMNS = 12;
const WIDGET_ROWS = 6;

/** One page: runs, API, functions, and what is paid for. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { base, config }: PipelineContext, watched: Watched) {
    super(scope, id);
    const charts = chartsOf(watched);
    new CloudwatchDashboard(this, 'dashboard', {
      dashboardName: base,
      dashboardBody: JSON.stringify({ widgets: charts.map((chart, index) => widget(chart, index, config.region)) }),
    });
  }
}

interface Chart {
  readonly title: string;
  readonly metrics: readonly Metric[];
  /** Seconds that one point stands for. */
  readonly period: number;
}

const MINUTES_5 = 300;
const DAY = 86_400;

function chartsOf(watched: Watched): Chart[] {
  const functions = Object.values(watched.functionNames);
  const ends = [
    'ExecutionsStarted',
    'ExecutionsSucceeded',
    'ExecutionsFailed',
    'ExecutionsTimedOut',
    'ExecutionsAborted',
  ];
  return [
    { title: 'Runs', metrics: ends.map((name) => executionMetric(watched, name)), period: MINUTES_5 },
    {
      title: 'Run time (ms)',
      metrics: [{ ...executionMetric(watched, 'ExecutionTime'), statistic: 'p95' }],
      period: MINUTES_5,
    },
    {
      title: 'Requests',
      metrics: ['Count', '4xx', '5xx'].map((name) => apiMetric(watched, name, 'Sum')),
      period: MINUTES_5,
    },
    {
      title: 'Latency (ms)',
      metrics: ['p50', 'p95'].map((statistic) => apiMetric(watched, 'Latency', statistic)),
      period: MINUTES_5,
    },
    {
      title: 'Function errors',
      metrics: functions.map((name) => functionMetric(name, 'Errors', 'Sum')),
      period: MINUTES_5,
    },
    {
      title: 'Function duration (ms)',
      metrics: functions.map((name) => functionMetric(name, 'Duration', 'p95')),
      period: MINUTES_5,
    },
    {
      title: 'Paid for, a day',
      metrics: ['InputTokens', 'OutputTokens', 'ComprehendUnits'].map((name) => usageMetric(watched, name)),
      period: DAY,
    },
  ];
}

function widget({ title, metrics, period }: Chart, index: number, region: string): object {
  return {
    type: 'metric',
    x: (index % 2) * WIDGET_COLUMNS,
    y: Math.floor(index / 2) * WIDGET_ROWS,
    width: WIDGET_COLUMNS,
    height: WIDGET_ROWS,
    properties: { title, region, period, view: 'timeSeries', metrics: metrics.map(asRow) },
  };
}

/** A metric as a dashboard's body writes it: namespace, name, then dimensions by name and value. */
function asRow({ namespace, metricName, dimensions, statistic }: Metric): unknown[] {
  return [namespace, metricName, ...Object.entries(dimensions).flat(), { stat: statistic }];
}
