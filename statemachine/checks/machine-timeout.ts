import { waitBoundsOf } from '../wait-bounds.ts';
import { worstWay } from '../worst-case.ts';
import type { Rule } from './rule.ts';
import { MACHINE } from './rule.ts';

/** The machine's timeout cannot be caught inside it, so it must never come first. */
export const machineTimeout: Rule = {
  name: 'machine-timeout',
  reason:
    "The machine's TimeoutSeconds is longer than its longest way with every attempt, delay and wait: a run that times out as a whole cannot record why.",
  check: (definition, facts) => {
    const { seconds, states } = worstWay(definition, waitBoundsOf(definition, facts));
    const limit = definition.TimeoutSeconds;
    if (limit !== undefined && seconds < limit) return [];
    const message = `has a timeout of ${limit ?? 'no'} seconds, its longest way takes ${seconds}: ${states.join(' → ')}.`;
    const remedy = Number.isFinite(seconds)
      ? `Write "TimeoutSeconds": ${seconds + 1} or more, or shorten retries.`
      : 'Give every Task a TimeoutSeconds and every Wait a bound, and lead no way back to where it came from.';
    return [{ state: MACHINE, message, remedy }];
  },
};
