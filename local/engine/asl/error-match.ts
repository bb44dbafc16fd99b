import type { StateFailure } from './state-failure.ts';

/** Cannot be caught or retried, whatever is named. */
const NEVER_MATCHED = 'States.Runtime';
/** Matched only where it is named. */
const ONLY_BY_NAME = 'States.DataLimitExceeded';

/** Whether the `ErrorEquals` of a Retry or Catch names an error, with the meaning of `States.ALL` and `States.TaskFailed` in Step Functions. */
export function errorEqualsMatches(names: readonly string[], { error }: StateFailure): boolean {
  if (error === NEVER_MATCHED) {
    return false;
  }
  if (names.includes(error)) {
    return true;
  }
  return (
    error !== ONLY_BY_NAME &&
    (names.includes('States.ALL') || (names.includes('States.TaskFailed') && error !== 'States.Timeout'))
  );
}
