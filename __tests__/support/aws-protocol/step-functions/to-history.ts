import type { ExecutionEvent } from '../../../../services/executions/executions.ts';

/** An event of GetExecutionHistory on the wire. */
export interface WireEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly [details: `${string}EventDetails`]: object;
}

/** Where each type keeps its error and cause. */
const DETAILS = {
  ExecutionFailed: 'executionFailed',
  ExecutionTimedOut: 'executionTimedOut',
  ExecutionAborted: 'executionAborted',
} as const;

type Untimed = Omit<WireEvent, 'id' | 'previousEventId' | 'timestamp'>;

/** Tells the events of a machine without branches as Step Functions does; `typeOf` gives a state's type. */
export function toHistory(
  events: readonly ExecutionEvent[],
  typeOf: (state: string) => string,
  detailed: { readonly input: string | undefined },
): readonly WireEvent[] {
  return events
    .flatMap((event) => toWire(event, typeOf, detailed).map((untimed) => ({ untimed, at: event.at })))
    .map(({ untimed, at }, index) => ({
      id: index + 1,
      previousEventId: index,
      timestamp: Date.parse(at) / 1_000,
      ...untimed,
    }));
}

function toWire(
  { type, state = '', error, cause }: ExecutionEvent,
  typeOf: (state: string) => string,
  { input }: { readonly input: string | undefined },
): readonly Untimed[] {
  const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  const scheduled = { type: 'LambdaFunctionScheduled', lambdaFunctionScheduledEventDetails: { resource: 'arn' } };
  switch (type) {
    case 'StateEntered': {
      const entered = { type: `${typeOf(state)}StateEntered`, stateEnteredEventDetails: { name: state } };
      return typeOf(state) === 'Task' ? [entered, scheduled, { type: 'LambdaFunctionStarted' }] : [entered];
    }
    case 'StateExited':
      return [{ type: `${typeOf(state)}StateExited`, stateExitedEventDetails: { name: state } }];
    case 'TaskFailed':
      return [{ type: 'LambdaFunctionFailed', lambdaFunctionFailedEventDetails: failure }];
    case 'TaskTimedOut':
      return [{ type: 'LambdaFunctionTimedOut', lambdaFunctionTimedOutEventDetails: failure }];
    case 'TaskRetried':
      return [scheduled, { type: 'LambdaFunctionStarted' }];
    case 'TaskCaught':
      return [];
    case 'ExecutionStarted':
      return [{ type, executionStartedEventDetails: input === undefined ? {} : { input } }];
    case 'ExecutionSucceeded':
      return [{ type }];
    default:
      return [{ type, [`${DETAILS[type]}EventDetails`]: failure } as Untimed];
  }
}
