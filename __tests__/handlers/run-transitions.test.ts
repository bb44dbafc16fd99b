import { describe, expect, test } from '@jest/globals';
import type { SessionRow, TaskState } from '../../contracts/index.ts';
import { MAX_RUN_SECONDS, TRANSITIONS_OF_A_RUN } from '../../contracts/index.ts';
import { transitionsSoFar, transitionsToTheEnd } from '../../handlers/run-transitions.ts';
import { stateMachineTemplate } from '../../statemachine/render.ts';
import { sampleSessionRow } from '../conformance/session-row.ts';

const HAPPY = [
  'CreateSession',
  'ScrapeCompany',
  'ParseDocuments',
  'AnalyzeWithComprehend',
  'GenerateBrief',
  'UpdateSession',
] as const;

/** A row whose states were invoked as often as named. */
function rowAfter(invocations: Partial<Record<TaskState, number>>, changes: Partial<SessionRow> = {}): SessionRow {
  const progress = Object.fromEntries(
    Object.entries(invocations).map(([state, count]) => [
      state,
      { status: 'succeeded', started_at: '2026-11-22T10:00:00Z', invocations: count, reused: false, counts: {} },
    ]),
  );
  return sampleSessionRow(1, { progress: progress as SessionRow['progress'], ...changes });
}

function once(...states: readonly TaskState[]): Partial<Record<TaskState, number>> {
  return Object.fromEntries(states.map((state) => [state, 1]));
}

describe('the state transitions of a run', () => {
  test('are as many at its end as the state machine has on the way where nothing fails', () => {
    expect(transitionsSoFar(rowAfter(once(...HAPPY)))).toBe(TRANSITIONS_OF_A_RUN);
    expect(transitionsSoFar(rowAfter(once(...HAPPY.filter((state) => state !== 'ParseDocuments'))))).toBe(
      TRANSITIONS_OF_A_RUN,
    );
  });

  test('grow with each state that begins, and never fall', () => {
    const counts = HAPPY.map((_, index) => transitionsSoFar(rowAfter(once(...HAPPY.slice(0, index + 1)))));
    expect([0, ...counts]).toEqual([0, ...counts].sort((one, other) => one - other));
    expect(transitionsSoFar(rowAfter({}))).toBe(0);
    expect(counts[0]).toBe(2);
  });

  test('count what was tried again, and the attempts before', () => {
    const row = rowAfter({ ...once(...HAPPY), GenerateBrief: 3 }, { earlier_transitions: 7 });
    expect(transitionsSoFar(row)).toBe(TRANSITIONS_OF_A_RUN + 2 + 7);
    expect(transitionsToTheEnd(rowAfter({ CreateSession: 2 }, { earlier_transitions: 7 }))).toBe(
      TRANSITIONS_OF_A_RUN + 1 + 7,
    );
  });

  test('of a run that fails hold the way out as well', () => {
    // CreateSession … AnalyzeWithComprehend, its stamp, RecordFailure, the Fail state, and the start.
    const row = rowAfter(
      once('CreateSession', 'ScrapeCompany', 'ParseDocuments', 'AnalyzeWithComprehend', 'RecordFailure'),
    );
    expect(transitionsSoFar(row)).toBe(11);
  });
});

test('a reservation ends after the time that the state machine gives a run', () => {
  expect(JSON.parse(stateMachineTemplate()).TimeoutSeconds).toBe(MAX_RUN_SECONDS);
});
