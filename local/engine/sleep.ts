import { setTimeout as delay } from 'node:timers/promises';
import type { Sleep } from './asl/visit.ts';

/** Longest delay of one timer of Node, in milliseconds (2³¹ − 1): a longer one would fire at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** Lets real time pass. */
export const realSleep: Sleep = async (milliseconds, signal) => {
  try {
    for (let left = milliseconds; left > 0; left -= MAX_TIMER_MS) {
      await delay(Math.min(left, MAX_TIMER_MS), undefined, { signal });
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
};
