import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { ExecutionEvent } from '../executions.ts';

type EventType = ExecutionEvent['type'];

/** Types that are shown under a name of ours; a state's entry and exit are told by their suffix. */
const SHOWN: Readonly<Record<string, EventType>> = {
  ExecutionStarted: 'ExecutionStarted',
  ExecutionSucceeded: 'ExecutionSucceeded',
  ExecutionFailed: 'ExecutionFailed',
  ExecutionTimedOut: 'ExecutionTimedOut',
  ExecutionAborted: 'ExecutionAborted',
  LambdaFunctionFailed: 'TaskFailed',
  LambdaFunctionScheduleFailed: 'TaskFailed',
  LambdaFunctionStartFailed: 'TaskFailed',
  LambdaFunctionTimedOut: 'TaskTimedOut',
  TaskFailed: 'TaskFailed',
  TaskStartFailed: 'TaskFailed',
  TaskSubmitFailed: 'TaskFailed',
  TaskTimedOut: 'TaskTimedOut',
};

/** Types that begin an attempt: after a failure they are a retry. */
const ATTEMPTS: ReadonlySet<string> = new Set(['LambdaFunctionScheduled', 'TaskScheduled']);

/** Failures of a state as a whole, which a Catch can take up. */
const STATE_FAILURES: ReadonlySet<string> = new Set(['ParallelStateFailed', 'MapStateFailed', 'EvaluationFailed']);

/** What an event without a type is taken for: nothing that is shown. */
const UNTYPED = 'LambdaFunctionStarted';

interface Failure {
  readonly error?: string;
  readonly cause?: string;
}

/** What an event is about, from the events before it on its branch. */
interface Context {
  readonly state: string | undefined;
  /** The failure that nothing has followed yet. */
  readonly failure: Failure | undefined;
}

/**
 * Reduces the history of Step Functions, oldest first, to what is shown. It says of an event what went before on the same branch, but not its state, nor that an attempt is
 * a retry, nor that a failure was caught: those are told by following each branch back.
 */
export function toExecutionEvents(history: readonly HistoryEvent[]): ExecutionEvent[] {
  const contexts = new Map<number, Context>();
  const events: Omit<ExecutionEvent, 'id'>[] = [];
  for (const event of history) {
    const before = contexts.get(event.previousEventId ?? 0) ?? { state: undefined, failure: undefined };
    const context = contextOf(event, before);
    contexts.set(event.id ?? 0, context);
    const at = (event.timestamp ?? new Date(0)).toISOString();
    for (const shown of shownOf(event, before, context)) events.push({ at, ...shown });
  }
  return events.map((event, index) => ({ id: index + 1, ...event }));
}

function contextOf(event: HistoryEvent, before: Context): Context {
  const { type = UNTYPED, stateEnteredEventDetails: entered, stateExitedEventDetails: exited } = event;
  if (entered !== undefined) return { state: entered.name, failure: undefined };
  if (exited !== undefined) return { state: exited.name, failure: undefined };
  const isFailure = SHOWN[type] === 'TaskFailed' || SHOWN[type] === 'TaskTimedOut' || STATE_FAILURES.has(type);
  const failure = isFailure ? failureOf(event, before.failure) : ATTEMPTS.has(type) ? undefined : before.failure;
  return { state: before.state, failure };
}

function shownOf(
  { type = UNTYPED, ...event }: HistoryEvent,
  before: Context,
  { state }: Context,
): Omit<ExecutionEvent, 'id' | 'at'>[] {
  const placed = state === undefined ? {} : { state };
  if (type.endsWith('StateEntered')) return [{ type: 'StateEntered', ...placed }];
  if (type.endsWith('StateExited')) {
    const caught = before.failure && { type: 'TaskCaught' as const, ...placed, ...withoutCause(before.failure) };
    return [...(caught ? [caught] : []), { type: 'StateExited', ...placed }];
  }
  if (ATTEMPTS.has(type))
    return before.failure ? [{ type: 'TaskRetried', ...placed, ...withoutCause(before.failure) }] : [];
  const shown = SHOWN[type];
  if (shown === undefined) return [];
  return shown.startsWith('Execution')
    ? [{ type: shown, ...failureOf(event, undefined) }]
    : [{ type: shown, ...placed, ...failureOf(event, undefined) }];
}

/** The details of a failure are under a name of their own for each type. A state that fails as a whole has none: what failed within says why. */
function failureOf(event: Omit<HistoryEvent, 'type'>, within: Failure | undefined): Failure {
  const told = Object.values(event)
    .map(toFailure)
    .find((failure) => failure !== undefined);
  return told ?? within ?? {};
}

function toFailure(details: unknown): Failure | undefined {
  if (typeof details !== 'object' || details === null) return undefined;
  const { error, cause } = details as Failure;
  if (error === undefined && cause === undefined) return undefined;
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

function withoutCause({ error }: Failure): Failure {
  return error === undefined ? {} : { error };
}
