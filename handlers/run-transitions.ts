import type { SessionRow, TaskState } from '../contracts/index.ts';
import { TASK_STATES, TRANSITIONS_OF_A_RUN } from '../contracts/index.ts';

/**
 * Transitions that came before a Task state began, beside those into the Tasks themselves: the start before CreateSession; GatherSources and HasDocuments before what they
 * begin; MergeResults; the wait for delivery; for a failure the stamp and the Fail state.
 */
const PASSED_ON_THE_WAY: Readonly<Record<TaskState, number>> = {
  CreateSession: 1,
  ScrapeCompany: 2,
  ParseDocuments: 0,
  AnalyzeWithComprehend: 1,
  GenerateBrief: 0,
  UpdateSession: 1,
  RecordFailure: 2,
};

/**
 * State transitions that Step Functions bills for a run up to now, all attempts together, retries included. The row does not know every Pass state, so that a run that failed
 * inside a branch or had no documents may be one or two off: $0.00005.
 */
export function transitionsSoFar({ progress, earlier_transitions = 0 }: SessionRow): number {
  return TASK_STATES.reduce((sum, state) => {
    const { invocations = 0 } = progress[state] ?? {};
    return sum + (invocations === 0 ? 0 : PASSED_ON_THE_WAY[state] + invocations);
  }, earlier_transitions + withoutDocuments(progress));
}

/** The same for the whole of an attempt on which nothing fails any more: those that are still to come are counted already. */
export function transitionsToTheEnd({ progress, earlier_transitions = 0 }: SessionRow): number {
  const retries = TASK_STATES.reduce((sum, state) => sum + Math.max(0, (progress[state]?.invocations ?? 0) - 1), 0);
  return earlier_transitions + TRANSITIONS_OF_A_RUN + retries;
}

/** Where there are no documents a Pass state stands in the place of ParseDocuments. */
function withoutDocuments(progress: SessionRow['progress']): number {
  return progress.AnalyzeWithComprehend !== undefined && progress.ParseDocuments === undefined ? 1 : 0;
}
