import type { LambdaName } from '../../../contracts/functions.ts';
import { LAMBDAS } from '../../../contracts/functions.ts';
import type { AlarmSubject } from './inspect-command.ts';

/** A number that CloudWatch keeps. */
export interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** `Sum`, `Maximum` or a percentile such as `p95`. */
  readonly statistic: string;
}

/** When an alarm rings, and what is said then. */
export interface AlarmDefinition {
  /** Part of the alarm's name, and the heading in the runbook. */
  readonly name: string;
  /** What has happened, in a sentence. */
  readonly meaning: string;
  /** Where to look. */
  readonly about: AlarmSubject;
  readonly metrics: readonly Metric[];
  /** The alarm rings when the sum of the metrics is at least this. */
  readonly threshold: number;
  readonly periodSeconds: number;
}

/** The length of a look at something that should not happen at all, in seconds. */
const SHORT_PERIOD_SECONDS = 300;

/** The length of a look at what a day costs, in seconds. */
const DAY_SECONDS = 86_400;

/** Share of its timeout at which a function is near its end. */
const NEAR_TIMEOUT_SHARE = 0.9;

/** Latency of the API at its 95th percentile above which callers notice, in milliseconds. */
const SLOW_API_MS = 5_000;

/** Lines of a function's log that tell of an error. */
const ERROR_LINES = '{ $.level = "ERROR" }';

/** What the alarms look at. */
export interface Watched {
  readonly stateMachineArn: string;
  readonly apiId: string;
  /** Name of the queue of events that could not be handled. */
  readonly deadLetterQueue: string;
  readonly functionNames: Readonly<Record<LambdaName, string>>;
  /** Where the pipeline's own numbers go. */
  readonly usageNamespace: string;
  readonly tokensPerDay: number;
  readonly comprehendUnitsPerDay: number;
}

/** Every alarm. */
export function alarmDefinitions(watched: Watched): AlarmDefinition[] {
  return [
    ...executionAlarms(watched),
    lostRepairsAlarm(watched),
    ...functionAlarms(watched),
    ...apiAlarms(watched),
    ...usageAlarms(watched),
  ];
}

/** A metric of the state machine. */
export function executionMetric({ stateMachineArn }: Pick<Watched, 'stateMachineArn'>, metricName: string): Metric {
  return { namespace: 'AWS/States', metricName, dimensions: { StateMachineArn: stateMachineArn }, statistic: 'Sum' };
}

/** A metric of a function. */
export function functionMetric(functionName: string, metricName: string, statistic: string): Metric {
  return { namespace: 'AWS/Lambda', metricName, dimensions: { FunctionName: functionName }, statistic };
}

/** A metric of the API. */
export function apiMetric({ apiId }: Pick<Watched, 'apiId'>, metricName: string, statistic: string): Metric {
  return { namespace: 'AWS/ApiGateway', metricName, dimensions: { ApiId: apiId }, statistic };
}

/** A number of the pipeline's own, made from its logs. */
export function usageMetric({ usageNamespace }: Pick<Watched, 'usageNamespace'>, metricName: string): Metric {
  return { namespace: usageNamespace, metricName, dimensions: {}, statistic: 'Sum' };
}

function executionAlarms(watched: Watched): AlarmDefinition[] {
  const whenAny = (
    name: string,
    metricName: string,
    meaning: string,
    status: 'FAILED' | 'TIMED_OUT' | 'RUNNING',
  ): AlarmDefinition => ({
    name,
    meaning,
    about: { kind: 'executions', status },
    metrics: [executionMetric(watched, metricName)],
    threshold: 1,
    periodSeconds: SHORT_PERIOD_SECONDS,
  });
  return [
    whenAny('executions-failed', 'ExecutionsFailed', 'A run ended without a brief.', 'FAILED'),
    whenAny(
      'executions-timed-out',
      'ExecutionsTimedOut',
      'A run took longer than the state machine allows.',
      'TIMED_OUT',
    ),
    whenAny(
      'executions-throttled',
      'ExecutionThrottled',
      'Step Functions slowed runs down: the quota of state transitions is used up.',
      'RUNNING',
    ),
  ];
}

function lostRepairsAlarm({ deadLetterQueue }: Watched): AlarmDefinition {
  return {
    name: 'lost-repairs',
    meaning: 'The row of an execution that ended could not be repaired.',
    about: { kind: 'function', name: 'RepairSession', filter: ERROR_LINES },
    metrics: [
      {
        namespace: 'AWS/SQS',
        metricName: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: deadLetterQueue },
        statistic: 'Maximum',
      },
    ],
    threshold: 1,
    periodSeconds: SHORT_PERIOD_SECONDS,
  };
}

function functionAlarms({ functionNames }: Watched): AlarmDefinition[] {
  return (Object.entries(functionNames) as [LambdaName, string][]).flatMap(([name, functionName]) => [
    {
      name: `${name}-errors`,
      meaning: `${name} ended with an error.`,
      about: { kind: 'function', name, filter: ERROR_LINES },
      metrics: [functionMetric(functionName, 'Errors', 'Sum')],
      threshold: 1,
      periodSeconds: SHORT_PERIOD_SECONDS,
    },
    {
      name: `${name}-near-timeout`,
      meaning: `${name} took more than nine tenths of its ${LAMBDAS[name].timeout_seconds} s.`,
      about: { kind: 'function', name },
      metrics: [functionMetric(functionName, 'Duration', 'Maximum')],
      threshold: LAMBDAS[name].timeout_seconds * 1_000 * NEAR_TIMEOUT_SHARE,
      periodSeconds: SHORT_PERIOD_SECONDS,
    },
  ]);
}

function apiAlarms(watched: Watched): AlarmDefinition[] {
  return [
    {
      name: 'api-5xx',
      meaning: 'The API answered with an error of its own making.',
      about: { kind: 'requests', filter: '{ $.status = "5*" }' },
      metrics: [apiMetric(watched, '5xx', 'Sum')],
      threshold: 1,
      periodSeconds: SHORT_PERIOD_SECONDS,
    },
    {
      name: 'api-slow',
      meaning: `One request in twenty took more than ${SLOW_API_MS / 1_000} s.`,
      about: { kind: 'requests' },
      metrics: [apiMetric(watched, 'Latency', 'p95')],
      threshold: SLOW_API_MS,
      periodSeconds: SHORT_PERIOD_SECONDS,
    },
  ];
}

function usageAlarms(watched: Watched): AlarmDefinition[] {
  const { tokensPerDay, comprehendUnitsPerDay } = watched;
  return [
    {
      name: 'tokens',
      meaning: `The model read and wrote more than ${tokensPerDay} tokens in a day.`,
      about: { kind: 'function', name: 'GenerateBrief', filter: '{ $.output_tokens > 0 }', since: '1d' },
      metrics: [usageMetric(watched, 'InputTokens'), usageMetric(watched, 'OutputTokens')],
      threshold: tokensPerDay,
      periodSeconds: DAY_SECONDS,
    },
    {
      name: 'comprehend-units',
      meaning: `Comprehend was asked for more than ${comprehendUnitsPerDay} units in a day.`,
      about: { kind: 'function', name: 'AnalyzeWithComprehend', filter: '{ $.comprehend_units > 0 }', since: '1d' },
      metrics: [usageMetric(watched, 'ComprehendUnits')],
      threshold: comprehendUnitsPerDay,
      periodSeconds: DAY_SECONDS,
    },
  ];
}
