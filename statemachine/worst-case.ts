import type { Retrier, State, StateMap } from './asl.ts';
import { catchTargets, nextStates } from './states.ts';

/** `MaxAttempts` where a Retrier names none: the default of the Amazon States Language. */
const DEFAULT_MAX_ATTEMPTS = 3;

/** How long each Wait may take at most, in seconds, by the state's name. */
export type WaitBounds = (name: string) => number;

/** How long a state may take at most. */
export interface WorstCase {
  /** Attempts with all retries: each Retrier counts for itself, so they add up. */
  readonly attempts: number;
  /** All delays between attempts, in seconds; with jitter they only get shorter. */
  readonly backoffSeconds: number;
  readonly seconds: number;
}

/** The delays of a Retrier, in seconds: `IntervalSeconds` × `BackoffRate`^n, each at most `MaxDelaySeconds` (defaults 1, 2 and none). */
export function delaysOf(retrier: Retrier): number[] {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY } = retrier;
  const attempts = retrier.MaxAttempts ?? DEFAULT_MAX_ATTEMPTS;
  return Array.from({ length: attempts }, (_, n) => Math.min(IntervalSeconds * BackoffRate ** n, MaxDelaySeconds));
}

/**
 * How long a state may take at most: attempts × the time of one attempt + delays. One attempt is `TimeoutSeconds` of a Task (without it: no bound),
 * the longest branch of a Parallel, the wait of a Wait; the other types take no time.
 */
export function worstCaseOf(name: string, state: State, waitBounds: WaitBounds): WorstCase {
  const delays = (state.Retry ?? []).flatMap(delaysOf);
  const attempts = 1 + delays.length;
  const backoffSeconds = delays.reduce((sum, delay) => sum + delay, 0);
  return { attempts, backoffSeconds, seconds: attempts * attemptSeconds(name, state, waitBounds) + backoffSeconds };
}

function attemptSeconds(name: string, state: State, waitBounds: WaitBounds): number {
  if (state.Type === 'Task') return state.TimeoutSeconds ?? Number.POSITIVE_INFINITY;
  if (state.Type === 'Wait') return state.Seconds ?? waitBounds(name);
  return Math.max(0, ...(state.Branches ?? []).map((branch) => worstWay(branch, waitBounds).seconds));
}

/** A way through a machine and how long it may take at most, in seconds. */
export interface WorstWay {
  readonly states: readonly string[];
  readonly seconds: number;
}

/** The way through a machine or branch that may take longest, over failures too. A way that comes back to a state has no bound: its seconds are infinite. */
export function worstWay(machine: StateMap, waitBounds: WaitBounds): WorstWay {
  return machine.StartAt === undefined
    ? { states: [], seconds: 0 }
    : worstFrom(machine, machine.StartAt, waitBounds, []);
}

function worstFrom(machine: StateMap, name: string, waitBounds: WaitBounds, before: readonly string[]): WorstWay {
  if (before.includes(name)) return { states: [name], seconds: Number.POSITIVE_INFINITY };
  const state = machine.States?.[name];
  if (!state) return { states: [], seconds: 0 };
  const ways = [...nextStates(state), ...catchTargets(state)].map((next) =>
    worstFrom(machine, next, waitBounds, [...before, name]),
  );
  const rest = ways.reduce((longest, way) => (way.seconds > longest.seconds ? way : longest), {
    states: [],
    seconds: 0,
  });
  return { states: [name, ...rest.states], seconds: worstCaseOf(name, state, waitBounds).seconds + rest.seconds };
}
