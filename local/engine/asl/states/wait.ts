import type { Json } from '../../../../statemachine/asl.ts';
import { timestampMs } from '../choice/timestamp.ts';
import { filteredInput, filteredOutput, rootsOf } from '../data-flow.ts';
import type { WaitState } from '../definition.ts';
import { getByPath } from '../path.ts';
import { engineFailure } from '../state-failure.ts';
import type { Outcome, Visit } from '../visit.ts';

/** Longest wait that Step Functions takes, in seconds. */
const MAX_WAIT_SECONDS = 99_999_999;

/** Wait: lets the given seconds pass, or waits for a time. */
export async function runWait(state: WaitState, visit: Visit): Promise<Outcome> {
  const input = filteredInput(state, visit);
  const milliseconds = waitMs(state, visit, input);
  if (milliseconds > 0) {
    await visit.scope.host.sleep(milliseconds, visit.scope.signal, 'wait');
  }
  return { output: filteredOutput(state, visit, input), next: state.Next };
}

function waitMs(state: WaitState, visit: Visit, input: Json): number {
  const timestamp = literalOrPath(state.Timestamp, state.TimestampPath, 'TimestampPath', visit, input);
  return timestamp === undefined
    ? secondsMs(literalOrPath(state.Seconds, state.SecondsPath, 'SecondsPath', visit, input), visit)
    : untilMs(timestamp, visit);
}

function literalOrPath(literal: Json | undefined, path: string | undefined, field: string, visit: Visit, input: Json) {
  return path === undefined ? literal : getByPath(path, rootsOf(visit, input), field);
}

function secondsMs(seconds: Json | undefined, { name }: Visit): number {
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0 || seconds > MAX_WAIT_SECONDS) {
    throw engineFailure(
      'States.Runtime',
      `The seconds of ${name} must be a whole number from 0 to ${MAX_WAIT_SECONDS}.`,
    );
  }
  return seconds * 1_000;
}

function untilMs(timestamp: Json, { name, scope }: Visit): number {
  const milliseconds = timestampMs(timestamp);
  if (milliseconds === undefined) {
    throw engineFailure('States.Runtime', `The timestamp of ${name} must read like 2026-11-22T10:00:00Z.`);
  }
  return milliseconds - scope.host.now().getTime();
}
