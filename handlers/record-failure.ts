import type { Failure, StampedFailure } from '../contracts/index.ts';
import { describeError, recordFailure, TASK_STATES } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import type { Handler } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { settleExecution } from './run-budget.ts';
import { sessionIdOf } from './session-ids.ts';
import { finishSession } from './session-transitions.ts';

/** Longest cause kept, in characters: contract of the session row. */
const MAX_CAUSE_CHARACTERS = 1_500;

/** Longest error name that Step Functions takes in a Fail state, in characters. */
const MAX_ERROR_CHARACTERS = 256;

/** Handler of RecordFailure: marks the session FAILED and hands on the reason in plain words. */
export function createHandler(services: StepServices): Handler {
  return defineHandler(recordFailure, services, async ({ execution_id, failure: stamped }) => {
    const failure = failureOf(stamped);
    const session_id = sessionIdOf(execution_id);
    const row = await services.sessions.get(session_id);
    if (row === undefined) {
      await settleExecution(services, execution_id, 0);
      services.logger.warn('failure of an execution without a session row', {
        session_id,
        execution_id,
        error: failure.error,
      });
      return failure;
    }
    await finishSession(services, { row, execution_id, to: 'FAILED', patch: { failure } });
    return failure;
  });
}

/**
 * Puts a stamped failure into plain words. The stamp names state and error as `State.Error`; what a branch of GatherSources failed with
 * arrives under GatherSources' stamp and names its own state first.
 */
export function failureOf(stamped: StampedFailure): Failure {
  const [state, error] = stateAndError(stamped);
  const { message, remedy } = describeError(error, stripPrefix(stamped.cause));
  return {
    state,
    error: `${state}.${error}`.slice(0, MAX_ERROR_CHARACTERS),
    cause: `${state} failed: ${message}`.slice(0, MAX_CAUSE_CHARACTERS),
    remedy,
  };
}

function stateAndError({ state, error }: StampedFailure): [string, string] {
  const parts = error.split('.');
  let named = state;
  while (parts.length > 1 && (parts[0] === state || (TASK_STATES as readonly string[]).includes(parts[0] ?? '')))
    named = parts.shift() ?? named;
  return [named, parts.join('.')];
}

/** Each stamp puts "State failed: " before the cause; a branch's failure carries two of them. */
function stripPrefix(cause: string): string {
  return cause.replace(/^(?:[A-Za-z]+ failed: )+/, '');
}
