import type { Retrier } from '../asl.ts';
import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';

/** What every Retrier says for itself, so that no default decides. */
const REQUIRED: readonly (readonly [field: keyof Retrier, fits: (retrier: Retrier) => boolean, needed: string])[] = [
  ['IntervalSeconds', ({ IntervalSeconds = 0 }) => IntervalSeconds >= 1, '1 or more'],
  ['MaxAttempts', ({ MaxAttempts }) => MaxAttempts !== undefined, 'a number'],
  ['BackoffRate', ({ BackoffRate = 0 }) => BackoffRate > 1, 'more than 1'],
  ['MaxDelaySeconds', ({ MaxDelaySeconds }) => MaxDelaySeconds !== undefined, 'a number of seconds'],
  ['JitterStrategy', ({ JitterStrategy }) => JitterStrategy === 'FULL', '"FULL"'],
];

/** Retries that come at once and together keep a service down that is getting up. */
export const retryBackoff: Rule = {
  name: 'retry-backoff',
  reason:
    'Every Task retries, with growing delays, a largest delay and full jitter: executions that failed together must not come back together.',
  check: (definition) =>
    allStates(definition)
      .filter(({ state }) => state.Type === 'Task')
      .flatMap(({ name, state }) => {
        const retriers = state.Retry ?? [];
        if (retriers.length === 0)
          return [{ state: name, message: 'has no Retry.', remedy: 'Add one for what can get better by itself.' }];
        return retriers.flatMap((retrier) =>
          REQUIRED.filter(([, fits]) => !fits(retrier)).map(([field, , needed]) => ({
            state: name,
            message: `retries ${retrier.ErrorEquals?.join(', ')} with ${field} ${retrier[field] ?? 'not given'}.`,
            remedy: `Give ${field}: ${needed}.`,
          })),
        );
      }),
};
