import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';

/** The largest delay bounds the first one too. */
export const retryDelay: Rule = {
  name: 'retry-delay',
  reason: 'MaxDelaySeconds is not shorter than IntervalSeconds: it would cut off the very first delay.',
  check: (definition) =>
    allStates(definition).flatMap(({ name, state }) =>
      (state.Retry ?? [])
        .filter(
          ({ IntervalSeconds = 1, MaxDelaySeconds = Number.POSITIVE_INFINITY }) => MaxDelaySeconds < IntervalSeconds,
        )
        .map(({ ErrorEquals, IntervalSeconds = 1, MaxDelaySeconds }) => ({
          state: name,
          message: `retries ${ErrorEquals?.join(', ')} after ${IntervalSeconds} s, but at most ${MaxDelaySeconds} s.`,
          remedy: 'Raise MaxDelaySeconds, or lower IntervalSeconds.',
        })),
    ),
};
