import type { Catcher } from '../asl.ts';
import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';

/** Every error that can be caught. `States.ALL` leaves `States.DataLimitExceeded` out, so it is named. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const MUST_CATCH = ['States.DataLimitExceeded', 'States.ALL'] as const;

/** No error of a Task or Parallel may leave the session without a record of it. */
export const catchAll: Rule = {
  name: 'catch-all',
  reason:
    'Every Task and Parallel catches States.ALL and States.DataLimitExceeded, and keeps the state beside the error: a run never ends without saying why.',
  check: (definition) =>
    allStates(definition)
      .filter(({ state }) => state.Type === 'Task' || state.Type === 'Parallel')
      .flatMap(({ name, state }) => [
        ...MUST_CATCH.filter((error) => !(state.Catch ?? []).some((each) => each.ErrorEquals?.includes(error))).map(
          (error) => ({
            state: name,
            message: `does not catch ${error}.`,
            remedy: `Add a Catch with "ErrorEquals": ["${error}"].`,
          }),
        ),
        ...(state.Catch ?? []).filter(replacesState).map((catcher) => ({
          state: name,
          message: `replaces the whole state by the error when it catches ${catcher.ErrorEquals?.join(', ')}.`,
          remedy: 'Give the Catch a "ResultPath" below "$", such as "$.error".',
        })),
      ]),
};

function replacesState({ ResultPath = '$' }: Catcher): boolean {
  return ResultPath === '$' || ResultPath === null;
}
