import { rootsOf } from '../data-flow.ts';
import type { FailState } from '../definition.ts';
import { evaluateExpression } from '../payload-template.ts';
import { engineFailure, StateFailure } from '../state-failure.ts';
import type { Visit } from '../visit.ts';

/** Fail: ends the machine, or the Parallel or Map around it, with its error and cause. */
export async function runFail(state: FailState, visit: Visit): Promise<never> {
  throw new StateFailure(
    textOf(state.Error, state.ErrorPath, 'ErrorPath', visit),
    textOf(state.Cause, state.CausePath, 'CausePath', visit),
  );
}

function textOf(literal: string | undefined, path: string | undefined, field: string, visit: Visit): string {
  if (path === undefined) {
    return literal ?? '';
  }
  const value = evaluateExpression(path, rootsOf(visit, visit.input), field);
  if (typeof value !== 'string') {
    throw engineFailure('States.Runtime', `${field} of ${visit.name} must point to a text.`);
  }
  return value;
}
