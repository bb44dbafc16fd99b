import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { describe, expect, test } from '@jest/globals';
import { toExecutionEvents } from '../../../../services/executions/step-functions/execution-history.ts';

const entered = (name: string, type = 'Task') =>
  ({ type: `${type}StateEntered`, stateEnteredEventDetails: { name } }) as HistoryEvent;
const exited = (name: string, type = 'Task') =>
  ({ type: `${type}StateExited`, stateExitedEventDetails: { name } }) as HistoryEvent;
const failed = (error: string): HistoryEvent =>
  ({ type: 'LambdaFunctionFailed', lambdaFunctionFailedEventDetails: { error, cause: 'why' } }) as HistoryEvent;
const scheduled = { type: 'LambdaFunctionScheduled' } as HistoryEvent;

/** Events with the ids of what went before them; by default the one before. */
function historyOf(...events: readonly (HistoryEvent | [after: number, HistoryEvent])[]): HistoryEvent[] {
  return events.map((entry, index) => {
    const [previousEventId, event] = Array.isArray(entry) ? entry : [index, entry];
    return { ...event, id: index + 1, previousEventId, timestamp: new Date(index * 1_000) };
  });
}

function storyOf(history: readonly HistoryEvent[]): string[] {
  return toExecutionEvents(history).map(({ id, type, state = '-', error = '-' }) => `${id} ${type} ${state} ${error}`);
}

describe('toExecutionEvents', () => {
  test('tells a retry and its reason', () => {
    const history = historyOf(entered('Read'), scheduled, failed('TransientUpstreamError'), scheduled, exited('Read'));
    expect(storyOf(history)).toEqual([
      '1 StateEntered Read -',
      '2 TaskFailed Read TransientUpstreamError',
      '3 TaskRetried Read TransientUpstreamError',
      '4 StateExited Read -',
    ]);
  });

  test('tells a failure that was caught', () => {
    const history = historyOf(
      entered('Read'),
      scheduled,
      failed('SiteUnavailableError'),
      exited('Read'),
      entered('Gap', 'Pass'),
    );
    expect(storyOf(history)).toEqual([
      '1 StateEntered Read -',
      '2 TaskFailed Read SiteUnavailableError',
      '3 TaskCaught Read SiteUnavailableError',
      '4 StateExited Read -',
      '5 StateEntered Gap -',
    ]);
  });

  test('keeps branches apart, and says why what holds them failed', () => {
    const history = historyOf(
      entered('Gather', 'Parallel'),
      { type: 'ParallelStateStarted' } as HistoryEvent,
      [2, entered('Scrape')],
      [2, entered('Parse')],
      [3, scheduled],
      [4, scheduled],
      [6, failed('PermissionDeniedError')],
      [5, exited('Scrape')],
      [7, { type: 'ParallelStateFailed' } as HistoryEvent],
      exited('Gather', 'Parallel'),
    );
    expect(storyOf(history)).toEqual([
      '1 StateEntered Gather -',
      '2 StateEntered Scrape -',
      '3 StateEntered Parse -',
      '4 TaskFailed Parse PermissionDeniedError',
      '5 StateExited Scrape -',
      '6 TaskCaught Gather PermissionDeniedError',
      '7 StateExited Gather -',
    ]);
  });

  test('tells time-outs and how an execution ended, with its cause', () => {
    const history = historyOf(
      { type: 'ExecutionStarted' } as HistoryEvent,
      entered('Read'),
      {
        type: 'LambdaFunctionTimedOut',
        lambdaFunctionTimedOutEventDetails: { error: 'States.Timeout' },
      } as HistoryEvent,
      {
        type: 'ExecutionTimedOut',
        executionTimedOutEventDetails: { error: 'States.Timeout', cause: 'long' },
      } as HistoryEvent,
    );
    expect(storyOf(history)).toEqual([
      '1 ExecutionStarted - -',
      '2 StateEntered Read -',
      '3 TaskTimedOut Read States.Timeout',
      '4 ExecutionTimedOut - States.Timeout',
    ]);
    expect(toExecutionEvents(history).at(-1)).toMatchObject({ at: '1970-01-01T00:00:03.000Z', cause: 'long' });
  });

  test('leaves out what it does not know', () => {
    expect(storyOf(historyOf({ type: 'ExecutionRedriven' } as HistoryEvent, {} as HistoryEvent))).toEqual([]);
  });
});
