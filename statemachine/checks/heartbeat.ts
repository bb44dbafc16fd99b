import { allStates } from '../states.ts';
import type { Rule } from './rule.ts';

/** A heartbeat that may come after the timeout says nothing. */
export const heartbeat: Rule = {
  name: 'heartbeat',
  reason: 'HeartbeatSeconds is shorter than TimeoutSeconds: AWS refuses the machine otherwise, when it is deployed.',
  check: (definition) =>
    allStates(definition)
      .filter(({ state }) => (state.HeartbeatSeconds ?? 0) >= (state.TimeoutSeconds ?? Number.POSITIVE_INFINITY))
      .map(({ name, state }) => ({
        state: name,
        message: `has a heartbeat of ${state.HeartbeatSeconds} s and a timeout of ${state.TimeoutSeconds} s.`,
        remedy: 'Make HeartbeatSeconds shorter than TimeoutSeconds.',
      })),
};
