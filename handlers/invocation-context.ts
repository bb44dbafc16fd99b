/** What the runtime tells about an invocation: Lambda gives the time left, the local engine a signal. */
export interface InvocationContext {
  readonly getRemainingTimeInMillis?: () => number;
  readonly signal?: AbortSignal;
}

/** Milliseconds before the end of a function's time at which it stops by itself: enough to write progress and to log why. */
const STOP_BEFORE_TIMEOUT_MS = 1_500;

/** The signal that tells a step to stop: the engine's, or one that fires shortly before Lambda would freeze the sandbox. */
export function abortSignalOf(context: InvocationContext | undefined): AbortSignal {
  if (context?.signal) return context.signal;
  const remaining = context?.getRemainingTimeInMillis?.();
  return remaining === undefined
    ? new AbortController().signal
    : AbortSignal.timeout(Math.max(0, remaining - STOP_BEFORE_TIMEOUT_MS));
}
